import type { Tim } from '../tim.js';

/** The methods of the documented API that set a callback: a page's TimRender calls it itself. */
export type CallbackMethod = Extract<
  keyof Tim,
  `TIMSet${string}Callback` | `TIM${'Add' | 'Remove'}RecvNewMsgCallback`
>;

/** What takes listeners, or keeps the main process alive. */
type OwnForm = CallbackMethod | 'on' | 'off' | 'once' | 'events' | 'ref' | 'unref';

/** The methods of Tim that a page's calls reach. */
export type PageMethod = Exclude<keyof Tim & string, OwnForm>;

/** Every method of Tim that a page can call. One that Tim has and this list lacks is a type error below. */
export const pageMethods = [
  'TIMInit',
  'TIMUninit',
  'TIMLogin',
  'TIMLogout',
  'TIMGetSDKVersion',
  'TIMGetServerTime',
  'TIMSetConfig',
  'TIMGetLoginStatus',
  'TIMGetLoginUserID',
  'TIMProfileGetUserProfileList',
  'TIMProfileModifySelfUserProfile',
  'TIMSubscribeUserInfo',
  'TIMUnsubscribeUserInfo',
  'TIMGetUserStatus',
  'TIMSetSelfStatus',
  'TIMSubscribeUserStatus',
  'TIMUnsubscribeUserStatus',
  'TIMMsgSaveMsg',
  'TIMMsgImportMsgList',
  'TIMMsgSendMessage',
  'TIMMsgSendMessageV2',
  'TIMMsgSendNewMsg',
  'TIMMsgSendNewMsgEx',
  'TIMMsgCancelSend',
  'TIMMsgBatchSend',
  'TIMMsgDownloadElemToPath',
  'TIMMsgGetMsgList',
  'TIMMsgFindMessages',
  'TIMMsgFindByMsgLocatorList',
  'TIMMsgSearchLocalMessages',
  'TIMMsgSearchCloudMessages',
  'TIMMsgSetLocalCustomData',
  'TIMMsgModifyMessage',
  'TIMMsgRevoke',
  'TIMMsgDelete',
  'TIMMsgListDelete',
  'TIMMsgClearHistoryMessage',
  'TIMMsgDownloadMergerMessage',
  'TIMMsgReportReaded',
  'TIMMsgMarkAllMessageAsRead',
  'TIMMsgSetC2CReceiveMessageOpt',
  'TIMMsgGetC2CReceiveMessageOpt',
  'TIMMsgSetGroupReceiveMessageOpt',
  'TIMMsgSetAllReceiveMessageOpt',
  'TIMMsgSetAllReceiveMessageOpt2',
  'TIMMsgGetAllReceiveMessageOpt',
  'TIMMsgSendMessageReadReceipts',
  'TIMMsgGetMessageReadReceipts',
  'TIMMsgGetGroupMessageReadMemberList',
  'TIMMsgSetMessageExtensions',
  'TIMMsgGetMessageExtensions',
  'TIMMsgDeleteMessageExtensions',
  'TIMMsgAddMessageReaction',
  'TIMMsgRemoveMessageReaction',
  'TIMMsgGetMessageReactions',
  'TIMMsgGetAllUserListOfMessageReaction',
  'TIMMsgTranslateText',
  'TIMMsgConvertVoiceToText',
  'TIMPinGroupMessage',
  'TIMGetPinnedGroupMessageList',
  'TIMConvGetConvList',
  'TIMConvGetConvInfo',
  'TIMConvGetConversationListByFilter',
  'TIMConvCreate',
  'TIMConvDelete',
  'TIMConvDeleteConversationList',
  'TIMConvSetDraft',
  'TIMConvCancelDraft',
  'TIMConvSetConversationCustomData',
  'TIMConvPinConversation',
  'TIMConvMarkConversation',
  'TIMConvGetTotalUnreadMessageCount',
  'TIMConvGetUnreadMessageCountByFilter',
  'TIMConvSubscribeUnreadMessageCountByFilter',
  'TIMConvUnsubscribeUnreadMessageCountByFilter',
  'TIMConvCleanConversationUnreadMessageCount',
  'TIMConvCreateConversationGroup',
  'TIMConvGetConversationGroupList',
  'TIMConvDeleteConversationGroup',
  'TIMConvRenameConversationGroup',
  'TIMConvAddConversationsToGroup',
  'TIMConvDeleteConversationsFromGroup',
  'callExperimentalAPI',
  'flush',
] as const satisfies readonly PageMethod[];

/** An error here names the methods that are missing above. */
type None<T extends never> = T;
type _Missing = None<Exclude<PageMethod, (typeof pageMethods)[number]>>;

/**
 * The methods that change what the whole process talks to, or write files where the page says. No page can call them
 * unless the main process allows it.
 */
const withheld: ReadonlySet<string> = new Set<PageMethod>([
  'TIMSetConfig',
  'callExperimentalAPI',
  'TIMMsgDownloadElemToPath',
]);

/** What a page can call where the main process does not say. */
export const defaultMethods: readonly PageMethod[] = pageMethods.filter((method) => !withheld.has(method));
