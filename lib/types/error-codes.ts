/**
 * The codes that the engine gives to a callback (TIMErrorCode.h, 8.0.5906), the success code included.
 *
 * The docstrings are the one place where a code's meaning is written: error-meanings.ts is made from them by
 * `node test/types/error-meanings.mjs --write`, and a test fails while the two differ.
 *
 * Codes from 120001 to 130000 are the application's own: what its server answered before a message was sent.
 */
export enum TIMErrCode {
  // The engine itself: general.
  /** Success. */
  ERR_SUCC = 0,
  /** The same call is already under way: wait for its result. */
  ERR_IN_PROGESS = 6015,
  /** A parameter is not valid; the description says which. */
  ERR_INVALID_PARAMETERS = 6017,
  /** Reading or writing a local file failed: look at permissions and free disk space. */
  ERR_IO_OPERATION_FAILED = 6022,
  /** The JSON is not of the form that the call wants; the description says where. */
  ERR_INVALID_JSON = 6027,
  /** Out of memory. */
  ERR_OUT_OF_MEMORY = 6028,
  /** The service's answer could not be decoded (internal). */
  ERR_PARSE_RESPONSE_FAILED = 6001,
  /** The request could not be encoded (internal). */
  ERR_SERIALIZE_REQ_FAILED = 6002,
  /** The engine is not initialised: call TIMInit and wait for it. */
  ERR_SDK_NOT_INITIALIZED = 6013,
  /** Loading from the local store failed: its file may be damaged. */
  ERR_LOADMSG_FAILED = 6005,
  /** The local store could not be used: no permission for its folder, or a damaged file. */
  ERR_DATABASE_OPERATE_FAILED = 6019,
  /** The call came from a thread that may not make it (internal). */
  ERR_SDK_COMM_CROSS_THREAD = 7001,
  /** The user's internal id is missing (internal). */
  ERR_SDK_COMM_TINYID_EMPTY = 7002,
  /** The user id is not valid: it must be 1 to 32 printable ASCII characters. */
  ERR_SDK_COMM_INVALID_IDENTIFIER = 7003,
  /** The file does not exist. */
  ERR_SDK_COMM_FILE_NOT_FOUND = 7004,
  /** The file is too large: 28 MB for sound and pictures, 100 MB for video and files. */
  ERR_SDK_COMM_FILE_TOO_LARGE = 7005,
  /** The file is empty. */
  ERR_SDK_COMM_FILE_SIZE_EMPTY = 7006,
  /** The file cannot be opened: it is missing, or another program holds it. */
  ERR_SDK_COMM_FILE_OPEN_FAILED = 7007,
  /** The call was made too often: slow down. */
  ERR_SDK_COMM_API_CALL_FREQUENCY_LIMIT = 7008,
  /** The call was cut off, such as a login by TIMUninit. */
  ERR_SDK_COMM_INTERRUPT = 7009,
  /** An operation of the local store failed. */
  ERR_SDK_COMM_DATABASE_FAILURE = 7010,
  /** The local store does not have what was asked for. */
  ERR_SDK_COMM_DATABASE_NOTFOUND = 7011,
  /** An error inside the engine that should not occur. */
  ERR_SDK_INTERNAL_ERROR = 7012,
  /** The application's plan does not include this call. */
  ERR_SDK_INTERFACE_NOT_SUPPORT = 7013,
  /** The operation is not allowed here. */
  ERR_SDK_INVALID_OPERATION = 7014,

  // The engine itself: accounts.
  /** Nobody is logged in, or the user was logged out elsewhere: call TIMLogin. */
  ERR_SDK_NOT_LOGGED_IN = 6014,
  /** Automatic login of a user who has not logged in before: call TIMLogin. */
  ERR_NO_PREVIOUS_LOGIN = 6026,
  /** The UserSig has expired: get a new one and log in again. */
  ERR_USER_SIG_EXPIRED = 6206,
  /** The user logged in on another device, which ended this login. */
  ERR_LOGIN_KICKED_OFF_BY_OTHER = 6208,
  /** A login is under way: wait for its result. */
  ERR_SDK_ACCOUNT_LOGIN_IN_PROCESS = 7501,
  /** A logout is under way: wait for its result. */
  ERR_SDK_ACCOUNT_LOGOUT_IN_PROCESS = 7502,
  /** The login library could not be initialised (internal). */
  ERR_SDK_ACCOUNT_TLS_INIT_FAILED = 7503,
  /** The login library is not initialised (internal). */
  ERR_SDK_ACCOUNT_TLS_NOT_INITIALIZED = 7504,
  /** A packet of the login library is malformed (internal). */
  ERR_SDK_ACCOUNT_TLS_TRANSPKG_ERROR = 7505,
  /** The login library could not decrypt (internal). */
  ERR_SDK_ACCOUNT_TLS_DECRYPT_FAILED = 7506,
  /** A request of the login library failed (internal). */
  ERR_SDK_ACCOUNT_TLS_REQUEST_FAILED = 7507,
  /** A request of the login library had no answer in time (internal). */
  ERR_SDK_ACCOUNT_TLS_REQUEST_TIMEOUT = 7508,

  // The engine itself: messages.
  /** The conversation is not valid: is somebody logged in? */
  ERR_INVALID_CONVERSATION = 6004,
  /** A file transfer was not authorised. */
  ERR_FILE_TRANS_AUTH_FAILED = 6006,
  /** No server for the file transfer could be had. */
  ERR_FILE_TRANS_NO_SERVER = 6007,
  /** Uploading a file failed: look at the network. */
  ERR_FILE_TRANS_UPLOAD_FAILED = 6008,
  /** Uploading failed because the file is not a picture that can be opened. */
  ERR_IMAGE_UPLOAD_FAILED_NOTIMAGE = 6031,
  /** Downloading a file failed: look at the network; files are kept for 7 days. */
  ERR_FILE_TRANS_DOWNLOAD_FAILED = 6009,
  /** An HTTP request failed: look at the URL. */
  ERR_HTTP_REQ_FAILED = 6010,
  /** An element of the message is not valid; the description says why. */
  ERR_INVALID_MSG_ELEM = 6016,
  /** The object passed in is not valid. */
  ERR_INVALID_SDK_OBJECT = 6021,
  /** The receiver is not valid: does the user exist? */
  ERR_INVALID_MSG_RECEIVER = 6032,
  /** The message is too large to send: its elements may have 12 KB together. */
  ERR_SDK_MSG_BODY_SIZE_LIMIT = 8001,
  /** The answer has another message key than the request (internal). */
  ERR_SDK_MSG_KEY_REQ_DIFFER_RSP = 8002,
  /** The request to make a thumbnail failed. */
  ERR_SDK_IMAGE_CONVERT_ERROR = 8003,
  /** No thumbnail was made because moderation blocked the picture. */
  ERR_SDK_IMAGE_CI_BLOCK = 8004,
  /** Merged messages are nested more than 100 deep. */
  ERR_MERGER_MSG_LAYERS_OVER_LIMIT = 8005,
  /** Somebody else has changed the message meanwhile. */
  ERR_SDK_MSG_MODIFY_CONFLICT = 8006,
  /** The invitation does not exist, or was answered already. */
  ERR_SDK_SIGNALING_INVALID_INVITE_ID = 8010,
  /** The invitation is not the user's to answer or to cancel. */
  ERR_SDK_SIGNALING_NO_PERMISSION = 8011,
  /** The message cannot be cancelled: it does not exist, or is sent already. */
  ERR_SDK_INVALID_CANCEL_MESSAGE = 8020,
  /** The message was not sent because it was cancelled. */
  ERR_SDK_SEND_MESSAGE_FAILED_WITH_CANCEL = 8021,

  // The engine itself: groups.
  /** The group id is not valid: up to 48 printable ASCII characters, not beginning with @TGS#. */
  ERR_SDK_GROUP_INVALID_ID = 8501,
  /** The group's name is not valid: up to 30 bytes of UTF-8. */
  ERR_SDK_GROUP_INVALID_NAME = 8502,
  /** The group's introduction is not valid: up to 240 bytes of UTF-8. */
  ERR_SDK_GROUP_INVALID_INTRODUCTION = 8503,
  /** The group's notice is not valid: up to 300 bytes of UTF-8. */
  ERR_SDK_GROUP_INVALID_NOTIFICATION = 8504,
  /** The URL of the group's picture is not valid: up to 100 bytes. */
  ERR_SDK_GROUP_INVALID_FACE_URL = 8505,
  /** The name in the group is not valid: up to 50 bytes of UTF-8. */
  ERR_SDK_GROUP_INVALID_NAME_CARD = 8506,
  /** The group would have too many members. */
  ERR_SDK_GROUP_MEMBER_COUNT_LIMIT = 8507,
  /** Nobody can ask to join a work group: a member must invite. */
  ERR_SDK_GROUP_JOIN_PRIVATE_GROUP_DENY = 8508,
  /** A member cannot be invited as the group's owner. */
  ERR_SDK_GROUP_INVITE_SUPER_DENY = 8509,
  /** Nobody was named to be invited. */
  ERR_SDK_GROUP_INVITE_NO_MEMBER = 8510,
  /** Group attributes were changed or read too often. */
  ERR_SDK_GROUP_ATTR_FREQUENCY_LIMIT = 8511,
  /** The number of members online was asked for more than once a minute. */
  ERR_SDK_GROUP_GET_ONLINE_MEMBER_COUNT_LIMIT = 8512,
  /** Data of groups was asked for more than once a second. */
  ERR_SDK_GROUP_GET_GROUPS_INFO_LIMIT = 8513,
  /** The list of the user's groups was asked for more than once a second. */
  ERR_SDK_GROUP_GET_JOINED_GROUP_LIMIT = 8514,

  // The engine itself: friends and profiles.
  /** The profile field is not valid: custom names have up to 8 letters, values up to 500 bytes. */
  ERR_SDK_FRIENDSHIP_INVALID_PROFILE_KEY = 9001,
  /** The name given to the friend is not valid: up to 96 bytes of UTF-8. */
  ERR_SDK_FRIENDSHIP_INVALID_ADD_REMARK = 9002,
  /** The words of the request are not valid: up to 120 bytes of UTF-8. */
  ERR_SDK_FRIENDSHIP_INVALID_ADD_WORDING = 9003,
  /** The source of the request is not valid: it must begin with AddSource_Type_. */
  ERR_SDK_FRIENDSHIP_INVALID_ADD_SOURCE = 9004,
  /** The friend group is not valid: a name of 1 to 30 bytes of UTF-8. */
  ERR_SDK_FRIENDSHIP_FRIEND_GROUP_EMPTY = 9005,
  /** There are too many of these. */
  ERR_SDK_FRIENDSHIP_EXCEED_THE_LIMIT = 9006,

  // The engine itself: network.
  /** A packet could not be encrypted (internal). */
  ERR_SDK_NET_ENCODE_FAILED = 9501,
  /** A packet could not be decrypted (internal). */
  ERR_SDK_NET_DECODE_FAILED = 9502,
  /** The login is not complete: wait for it. */
  ERR_SDK_NET_AUTH_INVALID = 9503,
  /** A packet could not be compressed (internal). */
  ERR_SDK_NET_COMPRESS_FAILED = 9504,
  /** A packet could not be decompressed (internal). */
  ERR_SDK_NET_UNCOMPRESS_FAILED = 9505,
  /** More than 5 requests a second. */
  ERR_SDK_NET_FREQ_LIMIT = 9506,
  /** More than 1000 requests at once. */
  ERR_SDK_NET_REQ_COUNT_LIMIT = 9507,
  /** There is no network connection. */
  ERR_SDK_NET_DISCONNECT = 9508,
  /** The connection exists already (internal). */
  ERR_SDK_NET_ALLREADY_CONN = 9509,
  /** Connecting took too long. */
  ERR_SDK_NET_CONN_TIMEOUT = 9510,
  /** The service refused the connection. */
  ERR_SDK_NET_CONN_REFUSE = 9511,
  /** There is no route to the service. */
  ERR_SDK_NET_NET_UNREACH = 9512,
  /** The system has no buffer space for sockets. */
  ERR_SDK_NET_SOCKET_NO_BUFF = 9513,
  /** The service reset the connection; the engine connects again. */
  ERR_SDK_NET_RESET_BY_PEER = 9514,
  /** The socket is not valid (internal). */
  ERR_SDK_NET_SOCKET_INVALID = 9515,
  /** The service's address could not be resolved. */
  ERR_SDK_NET_HOST_GETADDRINFO_FAILED = 9516,
  /** The connection was reset on its way; the engine connects again. */
  ERR_SDK_NET_CONNECT_RESET = 9517,
  /** The request waited too long for a place in the queue. */
  ERR_SDK_NET_WAIT_INQUEUE_TIMEOUT = 9518,
  /** The request waited too long to be sent. */
  ERR_SDK_NET_WAIT_SEND_TIMEOUT = 9519,
  /** The request was sent and the service did not answer in time. */
  ERR_SDK_NET_WAIT_ACK_TIMEOUT = 9520,
  /** Only part of the request was sent in time. */
  ERR_SDK_NET_WAIT_SEND_REMAINING_TIMEOUT = 9521,
  /** The request is larger than 1 MB. */
  ERR_SDK_NET_PKG_SIZE_LIMIT = 9522,
  /** The request waited too long to be sent, and there is no network. */
  ERR_SDK_NET_WAIT_SEND_TIMEOUT_NO_NETWORK = 9523,
  /** The service did not answer in time, and there is no network. */
  ERR_SDK_NET_WAIT_ACK_TIMEOUT_NO_NETWORK = 9524,
  /** Only part of the request was sent in time, and there is no network. */
  ERR_SDK_NET_SEND_REMAINING_TIMEOUT_NO_NETWORK = 9525,

  // The service: access.
  /** The service has too many connections. */
  ERR_SVR_SSO_CONNECT_LIMIT = -302,
  /** The service asks for a verification code. */
  ERR_SVR_SSO_VCODE = -10000,
  /** The login's key has expired: log in again. */
  ERR_SVR_SSO_D2_EXPIRED = -10001,
  /** The login's ticket has expired: log in again. */
  ERR_SVR_SSO_A2_UP_INVALID = -10003,
  /** The login's ticket was not accepted: log in again. */
  ERR_SVR_SSO_A2_DOWN_INVALID = -10004,
  /** The key is empty. */
  ERR_SVR_SSO_EMPTY_KEY = -10005,
  /** The key belongs to another account than the request. */
  ERR_SVR_SSO_UIN_INVALID = -10006,
  /** The verification code came too late. */
  ERR_SVR_SSO_VCODE_TIMEOUT = -10007,
  /** The request lacks its key and ticket. */
  ERR_SVR_SSO_NO_IMEI_AND_A2 = -10008,
  /** The cookie does not match. */
  ERR_SVR_SSO_COOKIE_INVALID = -10009,
  /** The login's key expired while a notice was sent: log in again. */
  ERR_SVR_SSO_DOWN_TIP = -10101,
  /** The connection was cut. */
  ERR_SVR_SSO_DISCONNECT = -10102,
  /** The identity is no longer valid. */
  ERR_SVR_SSO_IDENTIFIER_INVALID = -10103,
  /** The client closed by itself. */
  ERR_SVR_SSO_CLIENT_CLOSE = -10104,
  /** The client's network part closed by itself. */
  ERR_SVR_SSO_MSFSDK_QUIT = -10105,
  /** Decryption failed too often: log in again. */
  ERR_SVR_SSO_D2KEY_WRONG = -10106,
  /** The service does not take several requests in one packet on this connection. */
  ERR_SVR_SSO_UNSURPPORT = -10107,
  /** The prepaid account has run out. */
  ERR_SVR_SSO_PREPAID_ARREARS = -10108,
  /** The request's packet is malformed. */
  ERR_SVR_SSO_PACKET_WRONG = -10109,
  /** The SDKAppID is blocked. */
  ERR_SVR_SSO_APPID_BLACK_LIST = -10110,
  /** This command is blocked for the SDKAppID. */
  ERR_SVR_SSO_CMD_BLACK_LIST = -10111,
  /** The SDKAppID is out of use. */
  ERR_SVR_SSO_APPID_WITHOUT_USING = -10112,
  /** The user makes too many of these requests a second. */
  ERR_SVR_SSO_FREQ_LIMIT = -10113,
  /** The service is overloaded and dropped the request. */
  ERR_SVR_SSO_OVERLOAD = -10114,
  /** The client makes too many requests. */
  ERR_SVR_SSO_FREQUENCY_LIMIT = -20009,

  // The service: files.
  /** The file to send does not exist. */
  ERR_SVR_RES_NOT_FOUND = 114000,
  /** The file to send may not be read. */
  ERR_SVR_RES_ACCESS_DENY = 114001,
  /** The file is too large. */
  ERR_SVR_RES_SIZE_LIMIT = 114002,
  /** Sending was cancelled, such as by a logout. */
  ERR_SVR_RES_SEND_CANCEL = 114003,
  /** The file could not be read. */
  ERR_SVR_RES_READ_FAILED = 114004,
  /** The transfer took too long, usually because of the network. */
  ERR_SVR_RES_TRANSFER_TIMEOUT = 114005,
  /** A parameter of the transfer is not valid. */
  ERR_SVR_RES_INVALID_PARAMETERS = 114011,
  /** The file's checksum does not match. */
  ERR_SVR_RES_INVALID_FILE_MD5 = 115066,
  /** A part's checksum does not match. */
  ERR_SVR_RES_INVALID_PART_MD5 = 115068,

  // The service: requests of any kind.
  /** The HTTP request cannot be parsed: look at its URL. */
  ERR_SVR_COMM_INVALID_HTTP_URL = 60002,
  /** The request's JSON cannot be parsed. */
  ERR_SVR_COMM_REQ_JSON_PARSE_FAILED = 60003,
  /** The account or UserSig of the request is wrong. */
  ERR_SVR_COMM_INVALID_ACCOUNT = 60004,
  /** The account or UserSig of the request is wrong. */
  ERR_SVR_COMM_INVALID_ACCOUNT_EX = 60005,
  /** The SDKAppID is not valid. */
  ERR_SVR_COMM_INVALID_SDKAPPID = 60006,
  /** The REST API was called too often. */
  ERR_SVR_COMM_REST_FREQ_LIMIT = 60007,
  /** The request took too long, or is malformed. */
  ERR_SVR_COMM_REQUEST_TIMEOUT = 60008,
  /** The resource does not exist: look at the URL. */
  ERR_SVR_COMM_INVALID_RES = 60009,
  /** The REST API wants an administrator's account. */
  ERR_SVR_COMM_ID_NOT_ADMIN = 60010,
  /** The SDKAppID makes too many requests. */
  ERR_SVR_COMM_SDKAPPID_FREQ_LIMIT = 60011,
  /** The request's URL lacks the SDKAppID. */
  ERR_SVR_COMM_SDKAPPID_MISS = 60012,
  /** The answer's JSON cannot be parsed. */
  ERR_SVR_COMM_RSP_JSON_PARSE_FAILED = 60013,
  /** Looking up the account took too long. */
  ERR_SVR_COMM_EXCHANGE_ACCOUNT_TIMEUT = 60014,
  /** The account must be a string. */
  ERR_SVR_COMM_INVALID_ID_FORMAT = 60015,
  /** The SDKAppID is disabled: ask Tencent's support. */
  ERR_SVR_COMM_SDKAPPID_FORBIDDEN = 60016,
  /** The request is disabled: ask Tencent's support. */
  ERR_SVR_COMM_REQ_FORBIDDEN = 60017,
  /** Too many requests: try again later. */
  ERR_SVR_COMM_REQ_FREQ_LIMIT = 60018,
  /** Too many requests: try again later. */
  ERR_SVR_COMM_REQ_FREQ_LIMIT_EX = 60019,
  /** The plan was not bought, or is not active yet: try again in five minutes. */
  ERR_SVR_COMM_INVALID_SERVICE = 60020,
  /** Moderation blocked the text. */
  ERR_SVR_COMM_SENSITIVE_TEXT = 80001,
  /** The message is larger than the 12 KB that can be sent. */
  ERR_SVR_COMM_BODY_SIZE_LIMIT = 80002,
  /** Moderation blocked the picture. */
  ERR_SVR_COMM_SENSITIVE_IMAGE = 80004,

  // The service: accounts.
  /** The UserSig has expired: make a new one, valid for a day or longer. */
  ERR_SVR_ACCOUNT_USERSIG_EXPIRED = 70001,
  /** The UserSig is empty. */
  ERR_SVR_ACCOUNT_USERSIG_EMPTY = 70002,
  /** The UserSig is wrong: was it cut short? */
  ERR_SVR_ACCOUNT_USERSIG_CHECK_FAILED = 70003,
  /** The UserSig is wrong: check it with Tencent's tool. */
  ERR_SVR_ACCOUNT_USERSIG_CHECK_FAILED_EX = 70005,
  /** The UserSig was made with another key than the SDKAppID's. */
  ERR_SVR_ACCOUNT_USERSIG_MISMATCH_PUBLICKEY = 70009,
  /** The UserSig belongs to another user. */
  ERR_SVR_ACCOUNT_USERSIG_MISMATCH_ID = 70013,
  /** The UserSig belongs to another SDKAppID. */
  ERR_SVR_ACCOUNT_USERSIG_MISMATCH_SDKAPPID = 70014,
  /** There is no key to check the UserSig with: set one up in Tencent's console. */
  ERR_SVR_ACCOUNT_USERSIG_PUBLICKEY_NOT_FOUND = 70016,
  /** The SDKAppID does not exist. */
  ERR_SVR_ACCOUNT_SDKAPPID_NOT_FOUND = 70020,
  /** The UserSig is no longer valid: make a new one. */
  ERR_SVR_ACCOUNT_INVALID_USERSIG = 70052,
  /** The account does not exist. */
  ERR_SVR_ACCOUNT_NOT_FOUND = 70107,
  /** The account is restricted for security. */
  ERR_SVR_ACCOUNT_SEC_RSTR = 70114,
  /** The service took too long inside: try again. */
  ERR_SVR_ACCOUNT_INTERNAL_TIMEOUT = 70169,
  /** The number of accounts in the request is not valid. */
  ERR_SVR_ACCOUNT_INVALID_COUNT = 70206,
  /** A parameter is missing or not valid. */
  ERR_SVR_ACCOUNT_INVALID_PARAMETERS = 70402,
  /** Only an administrator of the application may do this. */
  ERR_SVR_ACCOUNT_ADMIN_REQUIRED = 70403,
  /** Too many failed attempts: check the UserSig and try again in a minute. */
  ERR_SVR_ACCOUNT_FREQ_LIMIT = 70050,
  /** The account is blocked. */
  ERR_SVR_ACCOUNT_BLACKLIST = 70051,
  /** The free plan allows no more accounts. */
  ERR_SVR_ACCOUNT_COUNT_LIMIT = 70398,
  /** An error inside the service: try again. */
  ERR_SVR_ACCOUNT_INTERNAL_ERROR = 70500,
  /** User status is not turned on in Tencent's console. */
  ERR_SVR_ACCOUNT_USER_STATUS_DISABLED = 72001,

  // The service: profiles.
  /** A parameter is not valid; the description says which. */
  ERR_SVR_PROFILE_INVALID_PARAMETERS = 40001,
  /** The request names no account. */
  ERR_SVR_PROFILE_ACCOUNT_MISS = 40002,
  /** The account does not exist. */
  ERR_SVR_PROFILE_ACCOUNT_NOT_FOUND = 40003,
  /** Only an administrator of the application may do this. */
  ERR_SVR_PROFILE_ADMIN_REQUIRED = 40004,
  /** Moderation blocked a profile field. */
  ERR_SVR_PROFILE_SENSITIVE_TEXT = 40005,
  /** An error inside the service: try again later. */
  ERR_SVR_PROFILE_INTERNAL_ERROR = 40006,
  /** The profile field may not be read. */
  ERR_SVR_PROFILE_READ_PERMISSION_REQUIRED = 40007,
  /** The profile field may not be written. */
  ERR_SVR_PROFILE_WRITE_PERMISSION_REQUIRED = 40008,
  /** The profile field does not exist. */
  ERR_SVR_PROFILE_TAG_NOT_FOUND = 40009,
  /** The value of a profile field is longer than 500 bytes. */
  ERR_SVR_PROFILE_SIZE_LIMIT = 40601,
  /** The value of a standard profile field is wrong. */
  ERR_SVR_PROFILE_VALUE_ERROR = 40605,
  /** The value of a profile field is of the wrong type. */
  ERR_SVR_PROFILE_INVALID_VALUE_FORMAT = 40610,
  /** Subscribing to users' profiles is not turned on in Tencent's console. */
  ERR_SVR_PROFILE_SUBSCRIPTION_DISABLED = 72012,

  // The service: friends.
  /** A parameter is not valid; the description says which. */
  ERR_SVR_FRIENDSHIP_INVALID_PARAMETERS = 30001,
  /** The SDKAppID does not match. */
  ERR_SVR_FRIENDSHIP_INVALID_SDKAPPID = 30002,
  /** The account does not exist. */
  ERR_SVR_FRIENDSHIP_ACCOUNT_NOT_FOUND = 30003,
  /** Only an administrator of the application may do this. */
  ERR_SVR_FRIENDSHIP_ADMIN_REQUIRED = 30004,
  /** Moderation blocked a field of the relationship. */
  ERR_SVR_FRIENDSHIP_SENSITIVE_TEXT = 30005,
  /** An error inside the service: try again. */
  ERR_SVR_FRIENDSHIP_INTERNAL_ERROR = 30006,
  /** The network took too long: try again later. */
  ERR_SVR_FRIENDSHIP_NET_TIMEOUT = 30007,
  /** Two changes at once collided: change several at once in one call. */
  ERR_SVR_FRIENDSHIP_WRITE_CONFLICT = 30008,
  /** The application's server does not let the user ask. */
  ERR_SVR_FRIENDSHIP_ADD_FRIEND_DENY = 30009,
  /** The user has too many friends. */
  ERR_SVR_FRIENDSHIP_COUNT_LIMIT = 30010,
  /** The user has too many friend groups. */
  ERR_SVR_FRIENDSHIP_GROUP_COUNT_LIMIT = 30011,
  /** Too many requests wait for an answer. */
  ERR_SVR_FRIENDSHIP_PENDENCY_LIMIT = 30012,
  /** The user has blocked too many users. */
  ERR_SVR_FRIENDSHIP_BLACKLIST_LIMIT = 30013,
  /** The other user has too many friends. */
  ERR_SVR_FRIENDSHIP_PEER_FRIEND_LIMIT = 30014,
  /** They are friends already. */
  ERR_SVR_FRIENDSHIP_ALREADY_FRIENDS = 30015,
  /** The user has blocked the other user. */
  ERR_SVR_FRIENDSHIP_IN_SELF_BLACKLIST = 30515,
  /** The other user lets nobody ask. */
  ERR_SVR_FRIENDSHIP_ALLOW_TYPE_DENY_ANY = 30516,
  /** The other user has blocked the user. */
  ERR_SVR_FRIENDSHIP_IN_PEER_BLACKLIST = 30525,
  /** The request was made and waits for the other user to confirm. */
  ERR_SVR_FRIENDSHIP_ALLOW_TYPE_NEED_CONFIRM = 30539,
  /** The request was blocked for security: do not ask so often. */
  ERR_SVR_FRIENDSHIP_ADD_FRIEND_SEC_RSTR = 30540,
  /** The request does not exist. */
  ERR_SVR_FRIENDSHIP_PENDENCY_NOT_FOUND = 30614,
  /** They are not friends. */
  ERR_SVR_FRIENDSHIP_DEL_NONFRIEND = 31704,
  /** Deleting the friend was blocked for security: do not delete so often. */
  ERR_SVR_FRIENDSHIP_DEL_FRIEND_SEC_RSTR = 31707,
  /** The account does not exist. */
  ERR_SVR_FRIENDSHIP_ACCOUNT_NOT_FOUND_EX = 31804,
  /** The user follows too many users. */
  ERR_SVR_FRIENDSHIP_SELF_FOLLOWING_COUNT_EXCEEDS_LIMIT = 32100,
  /** The other user has too many followers. */
  ERR_SVR_FRIENDSHIP_PEER_FOLLOWERS_COUNT_EXCEEDS_LIMIT = 32101,
  /** The user has too many mutual followers. */
  ERR_SVR_FRIENDSHIP_SELF_MUTUAL_FOLLOWERS_COUNT_EXCEEDS_LIMIT = 32102,
  /** The other user has too many mutual followers. */
  ERR_SVR_FRIENDSHIP_PEER_MUTUAL_FOLLOWERS_COUNT_EXCEEDS_LIMIT = 32103,

  // The service: conversations.
  /** The account does not exist. */
  ERR_SVR_CONV_ACCOUNT_NOT_FOUND = 50001,
  /** A parameter is not valid; the description says which. */
  ERR_SVR_CONV_INVALID_PARAMETERS = 50002,
  /** Only an administrator of the application may do this. */
  ERR_SVR_CONV_ADMIN_REQUIRED = 50003,
  /** An error inside the service: try again. */
  ERR_SVR_CONV_INTERNAL_ERROR = 50004,
  /** The network took too long: try again later. */
  ERR_SVR_CONV_NET_TIMEOUT = 50005,
  /** More than 100 conversations in one call. */
  ERR_SVR_CONV_CONV_MARK_REQ_COUNT_EXCEED_LIMIT = 51006,
  /** The service failed, or the group no longer exists. */
  ERR_SVR_CONV_CONV_MARK_OPERATE_FAILED = 51007,
  /** More than 1000 conversations with marks, groups or custom data. */
  ERR_SVR_CONV_CONV_MARK_TOTAL_COUNT_EXCEED_LIMIT = 51008,
  /** The conversation group does not exist. */
  ERR_SVR_CONV_CONV_GROUP_NOT_EXIST = 51009,
  /** More than 20 conversation groups. */
  ERR_SVR_CONV_CONV_GROUP_TOTAL_COUNT_EXCEED_LIMIT = 51010,
  /** The name of the conversation group is longer than 32 bytes. */
  ERR_SVR_CONV_CONV_GROUP_NAME_EXCEED_LENGTH = 51011,

  // The service: messages.
  /** The request is malformed: do sender and receiver exist? */
  ERR_SVR_MSG_PKG_PARSE_FAILED = 20001,
  /** The service could not authorise the request. */
  ERR_SVR_MSG_INTERNAL_AUTH_FAILED = 20002,
  /** The account is not valid, or not known to the service. */
  ERR_SVR_MSG_INVALID_ID = 20003,
  /** The network failed: try again. */
  ERR_SVR_MSG_NET_ERROR = 20004,
  /** An error inside the service: try again. */
  ERR_SVR_MSG_INTERNAL_ERROR1 = 20005,
  /** The application's server does not let the message through. */
  ERR_SVR_MSG_PUSH_DENY = 20006,
  /** The receiver has blocked the sender. */
  ERR_SVR_MSG_IN_PEER_BLACKLIST = 20007,
  /** Sender and receiver are not friends, which the application wants. */
  ERR_SVR_MSG_BOTH_NOT_FRIEND = 20009,
  /** The sender is not a friend of the receiver, which the application wants. */
  ERR_SVR_MSG_NOT_PEER_FRIEND = 20010,
  /** The receiver is not a friend of the sender, which the application wants. */
  ERR_SVR_MSG_NOT_SELF_FRIEND = 20011,
  /** The sender is muted. */
  ERR_SVR_MSG_SHUTUP_DENY = 20012,
  /** It is too late to withdraw the message (2 minutes by default). */
  ERR_SVR_MSG_REVOKE_TIME_LIMIT = 20016,
  /** Deleting the message at the service failed inside. */
  ERR_SVR_MSG_DEL_RAMBLE_INTERNAL_ERROR = 20018,
  /** Somebody else has changed the message's extension meanwhile. */
  ERR_SVR_MSG_EXTENSION_CONFLICT = 23001,
  /** The message's extension does not exist. */
  ERR_SVR_MSG_EXTENSION_NOT_EXIST = 23004,
  /** The message has too many kinds of reaction. */
  ERR_SVR_MSG_REACTION_COUNT_LIMIT = 23005,
  /** Too many users have this reaction on the message. */
  ERR_SVR_MSG_REACTION_USER_COUNT_LIMIT = 23006,
  /** The user has this reaction on the message already. */
  ERR_SVR_MSG_REACTION_ALREADY_CONTAIN_USER = 23007,
  /** The message does not have this reaction. */
  ERR_SVR_MSG_REACTION_NOT_EXISTS = 23008,
  /** The user does not have this reaction on the message. */
  ERR_SVR_MSG_REACTION_NOT_CONTAIN_USER = 23009,
  /** The request's JSON cannot be parsed. */
  ERR_SVR_MSG_JSON_PARSE_FAILED = 90001,
  /** MsgBody of the request is not of its form, or not an array. */
  ERR_SVR_MSG_INVALID_JSON_BODY_FORMAT = 90002,
  /** To_Account of the request is missing, or not of its type. */
  ERR_SVR_MSG_INVALID_TO_ACCOUNT = 90003,
  /** MsgRandom of the request is missing, or not an integer. */
  ERR_SVR_MSG_INVALID_RAND = 90005,
  /** MsgTimeStamp of the request is missing, or not an integer. */
  ERR_SVR_MSG_INVALID_TIMESTAMP = 90006,
  /** MsgBody of the request is not an array. */
  ERR_SVR_MSG_BODY_NOT_ARRAY = 90007,
  /** Only an administrator of the application may do this. */
  ERR_SVR_MSG_ADMIN_REQUIRED = 90009,
  /** The request is not of the form of a message. */
  ERR_SVR_MSG_INVALID_JSON_FORMAT = 90010,
  /** More than 500 receivers in one request. */
  ERR_SVR_MSG_TO_ACCOUNT_COUNT_LIMIT = 90011,
  /** A receiver does not exist. */
  ERR_SVR_MSG_TO_ACCOUNT_NOT_FOUND = 90012,
  /** The message is to be kept longer than the 7 days that are possible. */
  ERR_SVR_MSG_TIME_LIMIT = 90026,
  /** SyncOtherMachine of the request is not an integer. */
  ERR_SVR_MSG_INVALID_SYNCOTHERMACHINE = 90031,
  /** MsgLifeTime of the request is not an integer. */
  ERR_SVR_MSG_INVALID_MSGLIFETIME = 90044,
  /** The account does not exist. */
  ERR_SVR_MSG_ACCOUNT_NOT_FOUND = 90048,
  /** An error inside the service: try again. */
  ERR_SVR_MSG_INTERNAL_ERROR2 = 90994,
  /** An error inside the service: try again. */
  ERR_SVR_MSG_INTERNAL_ERROR3 = 90995,
  /** An error inside the service: try again. */
  ERR_SVR_MSG_INTERNAL_ERROR4 = 91000,
  /** An error inside the service: try again; if it lasts, look at the application's callback server. */
  ERR_SVR_MSG_INTERNAL_ERROR5 = 90992,
  /** The message is larger than the 12 KB that can be sent. */
  ERR_SVR_MSG_BODY_SIZE_LIMIT = 93000,
  /** Too many Web clients of this user are online. */
  ERR_SVR_MSG_LONGPOLLING_COUNT_LIMIT = 91101,

  // The service: groups.
  /** An error inside the service: try again. */
  ERR_SVR_GROUP_INTERNAL_ERROR = 10002,
  /** The request names a call that does not exist. */
  ERR_SVR_GROUP_API_NAME_ERROR = 10003,
  /** A parameter is not valid; the description says which. */
  ERR_SVR_GROUP_INVALID_PARAMETERS = 10004,
  /** Too many accounts in one request. */
  ERR_SVR_GROUP_ACOUNT_COUNT_LIMIT = 10005,
  /** The call was made too often: slow down. */
  ERR_SVR_GROUP_FREQ_LIMIT = 10006,
  /** The user may not do this in the group. */
  ERR_SVR_GROUP_PERMISSION_DENY = 10007,
  /** The request is not valid; its signature may be wrong. */
  ERR_SVR_GROUP_INVALID_REQ = 10008,
  /** The owner may not leave this kind of group. */
  ERR_SVR_GROUP_SUPER_NOT_ALLOW_QUIT = 10009,
  /** The group does not exist, or no longer. */
  ERR_SVR_GROUP_NOT_FOUND = 10010,
  /** The request's JSON cannot be parsed. */
  ERR_SVR_GROUP_JSON_PARSE_FAILED = 10011,
  /** The user id is not valid. */
  ERR_SVR_GROUP_INVALID_ID = 10012,
  /** The user is a member already. */
  ERR_SVR_GROUP_ALLREADY_MEMBER = 10013,
  /** The group is full. */
  ERR_SVR_GROUP_FULL_MEMBER_COUNT = 10014,
  /** The group id is not valid. */
  ERR_SVR_GROUP_INVALID_GROUPID = 10015,
  /** The application's server refused. */
  ERR_SVR_GROUP_REJECT_FROM_THIRDPARTY = 10016,
  /** The sender is muted in the group. */
  ERR_SVR_GROUP_SHUTUP_DENY = 10017,
  /** The answer would be larger than 1 MB: ask for less at once. */
  ERR_SVR_GROUP_RSP_SIZE_LIMIT = 10018,
  /** The account does not exist. */
  ERR_SVR_GROUP_ACCOUNT_NOT_FOUND = 10019,
  /** The group id is taken. */
  ERR_SVR_GROUP_GROUPID_IN_USED = 10021,
  /** Messages were sent too fast: wait longer between them. */
  ERR_SVR_GROUP_SEND_MSG_FREQ_LIMIT = 10023,
  /** The request or invitation was answered already. */
  ERR_SVR_GROUP_REQ_ALLREADY_BEEN_PROCESSED = 10024,
  /** The group id is taken by a group that the user owns. */
  ERR_SVR_GROUP_GROUPID_IN_USED_FOR_SUPER = 10025,
  /** This command is disabled for the SDKAppID. */
  ERR_SVR_GROUP_SDKAPPID_DENY = 10026,
  /** The message to withdraw does not exist. */
  ERR_SVR_GROUP_REVOKE_MSG_NOT_FOUND = 10030,
  /** It is too late to withdraw the message (2 minutes by default). */
  ERR_SVR_GROUP_REVOKE_MSG_TIME_LIMIT = 10031,
  /** The message cannot be withdrawn. */
  ERR_SVR_GROUP_REVOKE_MSG_DENY = 10032,
  /** Messages of this kind of group cannot be withdrawn. */
  ERR_SVR_GROUP_NOT_ALLOW_REVOKE_MSG = 10033,
  /** A message of this kind cannot be deleted. */
  ERR_SVR_GROUP_REMOVE_MSG_DENY = 10034,
  /** Messages of live and broadcast groups cannot be deleted. */
  ERR_SVR_GROUP_NOT_ALLOW_REMOVE_MSG = 10035,
  /** The plan allows no more live groups. */
  ERR_SVR_GROUP_AVCHATROOM_COUNT_LIMIT = 10036,
  /** The user has made or joined as many groups as the plan allows. */
  ERR_SVR_GROUP_COUNT_LIMIT = 10037,
  /** The group has as many members as the plan allows. */
  ERR_SVR_GROUP_MEMBER_COUNT_LIMIT = 10038,
  /** Somebody else has changed the attributes meanwhile: read them again. */
  ERR_SVR_GROUP_ATTRIBUTE_WRITE_CONFILCT = 10056,
  /** The group has too many pinned messages. */
  ERR_SVR_GROUP_PINNED_MESSAGE_COUNT_LIMIT = 10070,
  /** The message is pinned already. */
  ERR_SVR_GROUP_MESSAGE_ALREADY_PINNED = 10071,

  // Earlier versions of the engine.
  /** None of the operations of a batch succeeded. */
  ERR_NO_SUCC_RESULT = 6003,
  /** The receiver is not valid. */
  ERR_TO_USER_INVALID = 6011,
  /** The request had no answer in time. */
  ERR_REQUEST_TIME_OUT = 6012,
  /** The engine's core could not be initialised. */
  ERR_INIT_CORE_FAIL = 6018,
  /** The session no longer exists. */
  ERR_EXPIRED_SESSION_NODE = 6020,
  /** A logout came before the login was complete. */
  ERR_LOGGED_OUT_BEFORE_LOGIN_FINISHED = 6023,
  /** The login library is not initialised. */
  ERR_TLSSDK_NOT_INITIALIZED = 6024,
  /** The login library does not know the user. */
  ERR_TLSSDK_USER_NOT_FOUND = 6025,
  /** Registering the client failed for an unknown reason. */
  ERR_BIND_FAIL_UNKNOWN = 6100,
  /** Registering the client failed: no ticket. */
  ERR_BIND_FAIL_NO_SSOTICKET = 6101,
  /** The client is registered already. */
  ERR_BIND_FAIL_REPEATD_BIND = 6102,
  /** Registering the client failed: no internal user id. */
  ERR_BIND_FAIL_TINYID_NULL = 6103,
  /** Registering the client failed: no device id. */
  ERR_BIND_FAIL_GUID_NULL = 6104,
  /** Registering the client failed: the answer could not be decoded. */
  ERR_BIND_FAIL_UNPACK_REGPACK_FAILED = 6105,
  /** Registering the client took too long. */
  ERR_BIND_FAIL_REG_TIMEOUT = 6106,
  /** The client is being registered. */
  ERR_BIND_FAIL_ISBINDING = 6107,
  /** Sending a packet failed for an unknown reason. */
  ERR_PACKET_FAIL_UNKNOWN = 6120,
  /** No network while the request was sent. */
  ERR_PACKET_FAIL_REQ_NO_NET = 6121,
  /** No network while the answer was awaited. */
  ERR_PACKET_FAIL_RESP_NO_NET = 6122,
  /** The request was not authorised. */
  ERR_PACKET_FAIL_REQ_NO_AUTH = 6123,
  /** The access service failed. */
  ERR_PACKET_FAIL_SSO_ERR = 6124,
  /** The request took too long. */
  ERR_PACKET_FAIL_REQ_TIMEOUT = 6125,
  /** The answer took too long. */
  ERR_PACKET_FAIL_RESP_TIMEOUT = 6126,
  /** Sending the packet again failed. */
  ERR_PACKET_FAIL_REQ_ON_RESEND = 6127,
  /** The packet was not sent again after all. */
  ERR_PACKET_FAIL_RESP_NO_RESEND = 6128,
  /** The packet was filtered out before it was stored. */
  ERR_PACKET_FAIL_FLOW_SAVE_FILTERED = 6129,
  /** Too many packets to send. */
  ERR_PACKET_FAIL_REQ_OVER_LOAD = 6130,
  /** The packet's data contradicts itself. */
  ERR_PACKET_FAIL_LOGIC_ERR = 6131,
  /** The friend list has not been fetched from the service. */
  ERR_FRIENDSHIP_PROXY_NOT_SYNCED = 6150,
  /** The friend list is being fetched from the service. */
  ERR_FRIENDSHIP_PROXY_SYNCING = 6151,
  /** The friend list could not be fetched from the service. */
  ERR_FRIENDSHIP_PROXY_SYNCED_FAIL = 6152,
  /** A parameter of the friend list is not valid. */
  ERR_FRIENDSHIP_PROXY_LOCAL_CHECK_ERR = 6153,
  /** The request asks for a group field that was not set up. */
  ERR_GROUP_INVALID_FIELD = 6160,
  /** Group data is not stored on this machine. */
  ERR_GROUP_STORAGE_DISABLED = 6161,
  /** Group data could not be loaded. */
  ERR_LOADGRPINFO_FAILED = 6162,
  /** No network while the request was made. */
  ERR_REQ_NO_NET_ON_REQ = 6200,
  /** No network while the answer was awaited. */
  ERR_REQ_NO_NET_ON_RSP = 6201,
  /** The network part is not ready. */
  ERR_SERIVCE_NOT_READY = 6205,
  /** The account was not accepted. */
  ERR_LOGIN_AUTH_FAILED = 6207,
  /** No connection was tried since the application started. */
  ERR_NEVER_CONNECT_AFTER_LAUNCH = 6209,
  /** The network part failed. */
  ERR_REQ_FAILED = 6210,
  /** The request is not valid. */
  ERR_REQ_INVALID_REQ = 6211,
  /** Too many requests wait. */
  ERR_REQ_OVERLOADED = 6212,
  /** The user logged in on another device, which ended this login. */
  ERR_REQ_KICK_OFF = 6213,
  /** The service is suspended. */
  ERR_REQ_SERVICE_SUSPEND = 6214,
  /** The access service did not accept the signature. */
  ERR_REQ_INVALID_SIGN = 6215,
  /** The access service did not accept the cookie. */
  ERR_REQ_INVALID_COOKIE = 6216,
  /** The login's answer has the wrong length. */
  ERR_LOGIN_TLS_RSP_PARSE_FAILED = 6217,
  /** Reporting the login to the message service took too long. */
  ERR_LOGIN_OPENMSG_TIMEOUT = 6218,
  /** The message service's answer to the login could not be decoded. */
  ERR_LOGIN_OPENMSG_RSP_PARSE_FAILED = 6219,
  /** The login's answer could not be decrypted. */
  ERR_LOGIN_TLS_DECRYPT_FAILED = 6220,
  /** The wireless network wants a sign-in of its own. */
  ERR_WIFI_NEED_AUTH = 6221,
  /** The user cancelled. */
  ERR_USER_CANCELED = 6222,
  /** It is too late to withdraw the message (2 minutes by default). */
  ERR_REVOKE_TIME_LIMIT_EXCEED = 6223,
  /** The extension for user-made video is missing. */
  ERR_LACK_UGC_EXT = 6224,
  /** The local ticket has expired: log in with a UserSig. */
  ERR_AUTOLOGIN_NEED_USERSIG = 6226,
  /** No server for single requests is available. */
  ERR_QAL_NO_SHORT_CONN_AVAILABLE = 6300,
  /** Moderation blocked the message. */
  ERR_REQ_CONTENT_ATTACK = 80101,
  /** The login's ticket has expired. */
  ERR_LOGIN_SIG_EXPIRE = 70101,
  /** The engine is initialised already. */
  ERR_SDK_HAD_INITIALIZED = 90101,
  /** First of the codes of the file transfer library. */
  ERR_OPENBDH_BASE = 115000,
  /** No network while the request was made: try again when it is back. */
  ERR_REQUEST_NO_NET_ONREQ = 6250,
  /** No network while the answer was awaited: try again when it is back. */
  ERR_REQUEST_NO_NET_ONRSP = 6251,
  /** The network part failed. */
  ERR_REQUEST_FAILED = 6252,
  /** The request is not valid. */
  ERR_REQUEST_INVALID_REQ = 6253,
  /** Too many requests wait. */
  ERR_REQUEST_OVERLOADED = 6254,
  /** The user logged in on another device, which ended this login. */
  ERR_REQUEST_KICK_OFF = 6255,
  /** The service is suspended. */
  ERR_REQUEST_SERVICE_SUSPEND = 6256,
  /** The access service did not accept the signature. */
  ERR_REQUEST_INVALID_SIGN = 6257,
  /** The access service did not accept the cookie. */
  ERR_REQUEST_INVALID_COOKIE = 6258,
}
