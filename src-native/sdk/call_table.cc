#include "sdk/call_table.h"

namespace imsdk::sdk {

// One line a function: its C signature in our tags, and its exported name. Facts: the engine's
// headers, version 8.0.5906.
constexpr EngineFunction kTable[] = {
    // Base
    Bind<Status(Uint64, Json)>("TIMInit"),
    Bind<Status()>("TIMUninit"),
    Bind<ConstantText()>("TIMGetSDKVersion"),
    Bind<Uint64Value()>("TIMGetServerTime"),
    Bind<Status(Json, Reply)>("TIMSetConfig"),
    Bind<Status(Text, Text, Reply)>("TIMLogin"),
    Bind<Status(Reply)>("TIMLogout"),
    Bind<Status(TextBuffer)>("TIMGetLoginUserID"),
    Bind<Status()>("TIMGetLoginStatus"),
    Bind<Status(Json, Reply)>("callExperimentalAPI"),
    // Messages
    Bind<Status(Text, Int, Json, Reply)>("TIMMsgSaveMsg"),
    Bind<Status(Text, Int, Json, Reply)>("TIMMsgImportMsgList"),
    Bind<Status(Text, Int, Json, Reply)>("TIMMsgGetMsgList"),
    Bind<Status(Json, Reply)>("TIMMsgFindMessages"),
    Bind<Status(Text, Int, Json, Reply)>("TIMMsgFindByMsgLocatorList"),
    Bind<Status(Text, Int, Json, Reply)>("TIMMsgDelete"),
};

const EngineFunction* const kCallTable = kTable;
const size_t kCallTableSize = std::size(kTable);

}  // namespace imsdk::sdk
