// The ticket table against a model, for any sequence of calls, callbacks that are right, repeated
// or foreign, cancelled calls and environments that end.
#include <array>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "bridge/ticket_table.h"
#include "fuzz_input.h"

namespace {

class Sink final : public imsdk::CompletionSink {
 public:
  bool ShouldStart(imsdk::CallId, bool) noexcept override { return true; }
  void Complete(imsdk::Completion) noexcept override {}
};

struct Call {
  size_t sink;
  imsdk::CallId id;
  bool is_save;
};

class Play {
 public:
  explicit Play(fuzz::Input input) : input_(input) {
    for (auto& sink : sinks_) sink = std::make_shared<Sink>();
    table_.OnRoom([this] { ++times_room_was_told_; });
  }

  void Run() {
    while (!input_.IsEmpty()) {
      const bool had_room = !has_enough_;
      const size_t told = times_room_was_told_;
      Step();
      fuzz::Require(table_.Count() == model_.size(), "as many calls as the model has");
      fuzz::Require(table_.HasRoom(true) == !has_enough_, "room for a save as the model has it");
      fuzz::Require(table_.HasRoom(false), "other calls always have room");
      fuzz::Require(had_room || has_enough_ || times_room_was_told_ > told, "new room is told");
    }
    for (const auto& [ticket, call] : std::map(model_)) Redeem(ticket);
    for (const auto& sink : sinks_) {
      fuzz::Require(sink.use_count() == 1, "an answered call keeps nothing");
    }
  }

 private:
  void Step() {
    switch (input_.Byte() % 7U) {
      case 0:
        Issue(1, input_.Byte() % 2U == 0);
        break;
      case 1:
        Issue(input_.Byte() * size_t{8}, true);  // up to more than there is room for
        break;
      case 2:
        Redeem(Known());
        break;
      case 3:
        RedeemTwice();
        break;
      case 4:
        RedeemForeign();
        break;
      case 5:
        Cancel();
        break;
      default:
        CancelAll();
        break;
    }
  }

  void Issue(size_t count, bool is_save) {
    const size_t sink = input_.Byte() % sinks_.size();
    for (size_t i = 0; i < count && table_.HasRoom(is_save); ++i) {
      const imsdk::Ticket ticket = table_.Issue({sinks_[sink], ++last_id_, is_save});
      fuzz::Require(ticket != 0, "no ticket is zero");
      // A ticket that came back would let a late callback answer another call.
      fuzz::Require(seen_.insert(ticket).second, "no ticket twice");
      model_.emplace(ticket, Call{sink, last_id_, is_save});
      if (is_save && ++saves_ == imsdk::TicketTable::kMaxSaves) has_enough_ = true;
      issued_.push_back(ticket);
    }
  }

  imsdk::Ticket Known() {
    if (issued_.empty()) return 0;
    return issued_[(input_.Byte() * 256U + input_.Byte()) % issued_.size()];
  }

  void Redeem(imsdk::Ticket ticket) {
    const auto owner = table_.Redeem(ticket);
    const auto expected = model_.find(ticket);
    fuzz::Require(owner.has_value() == (expected != model_.end()),
                  "only a live ticket is redeemed");
    if (!owner) return;
    const Call& call = expected->second;
    fuzz::Require(owner->sink == sinks_[call.sink] && owner->call_id == call.id &&
                      owner->is_save == call.is_save,
                  "a ticket gives its own call");
    Forget(expected);
  }

  void RedeemTwice() {
    const imsdk::Ticket ticket = Known();
    Redeem(ticket);
    Redeem(ticket);
  }

  void RedeemForeign() {
    imsdk::Ticket ticket = 0;
    for (size_t i = 0; i < sizeof ticket; ++i) ticket = (ticket << 8) | input_.Byte();
    Redeem(ticket);
  }

  void Cancel() {
    const auto call = model_.find(Known());
    if (call == model_.end()) return;
    table_.Cancel(sinks_[call->second.sink].get(), call->second.id);
    Forget(call);
  }

  void CancelAll() {
    const size_t sink = input_.Byte() % sinks_.size();
    table_.CancelAll(sinks_[sink].get());
    for (auto call = model_.begin(); call != model_.end();) {
      call = call->second.sink == sink ? Forget(call) : std::next(call);
    }
  }

  std::map<imsdk::Ticket, Call>::iterator Forget(std::map<imsdk::Ticket, Call>::iterator call) {
    if (call->second.is_save && --saves_ == imsdk::TicketTable::kFewSaves) {
      has_enough_ = false;
    }
    return model_.erase(call);
  }

  fuzz::Input input_;
  imsdk::TicketTable table_;
  std::array<std::shared_ptr<Sink>, 3> sinks_;
  std::map<imsdk::Ticket, Call> model_;
  std::vector<imsdk::Ticket> issued_;
  std::set<imsdk::Ticket> seen_;
  imsdk::CallId last_id_ = 0;
  size_t saves_ = 0;
  bool has_enough_ = false;
  size_t times_room_was_told_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Play(fuzz::Input(data, size)).Run();
  return 0;
}
