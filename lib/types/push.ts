import type { TIMAndroidOfflinePushNotifyMode, TIMIOSOfflinePushType, TIMOfflinePushFlag } from './enums.js';
import { boolean, enumOf, notKept, object, string, uint32 } from './fields.js';
import type { LooseFields, StrictFields } from './fields.js';

/** As `ios_offline_push_config_sound`: no sound (TIMOfflinePushManager.h). */
export const kIOSOfflinePushNoSound = 'push.no_sound';
/** As `ios_offline_push_config_sound`: the system's sound (TIMOfflinePushManager.h). */
export const kIOSOfflinePushDefaultSound = 'default';

/** Fields of {@link IOSOfflinePushConfig} (TIMOfflinePushManager.h). */
export const iosOfflinePushConfigFields = {
  /** Title of the notification. */
  ios_offline_push_config_title: string,
  /** File name of a sound of the app, {@link kIOSOfflinePushNoSound} or {@link kIOSOfflinePushDefaultSound}. */
  ios_offline_push_config_sound: string,
  /** True: the message does not count in the app icon's badge. */
  ios_offline_push_config_ignore_badge: boolean,
  /** A number of {@link TIMIOSOfflinePushType}. */
  ios_offline_push_config_push_type: enumOf<TIMIOSOfflinePushType>(),
  /** HTTPS URL of a picture. */
  ios_offline_push_config_image: string,
};

/** How a message is notified on iOS. */
export interface IOSOfflinePushConfig extends LooseFields<typeof iosOfflinePushConfigFields> {}
/** {@link IOSOfflinePushConfig}, strictly. */
export interface StrictIOSOfflinePushConfig extends StrictFields<typeof iosOfflinePushConfigFields> {}

/** Fields of {@link AndroidOfflinePushConfig} (TIMOfflinePushManager.h). */
export const androidOfflinePushConfigFields = {
  /** Title of the notification. */
  android_offline_push_config_title: string,
  /** File name, without its ending, of a sound in the app's `raw` folder. */
  android_offline_push_config_sound: string,
  /** A number of {@link TIMAndroidOfflinePushNotifyMode}. */
  android_offline_push_config_notify_mode: enumOf<TIMAndroidOfflinePushNotifyMode>(),
  /** Vivo: 0 for marketing, 1 (the default) for system messages. The category replaces it. */
  android_offline_push_config_vivo_classification: uint32,
  /** Vivo: category of the message. */
  android_offline_push_config_vivo_category: string,
  /** Oppo: channel id, which Android 8 and later want. */
  android_offline_push_config_oppo_channel_id: string,
  /** Xiaomi: channel id, for Android 8 and later. */
  android_offline_push_config_xiaomi_channel_id: string,
  /** Google: channel id, for Android 8 and later. */
  android_offline_push_config_fcm_channel_id: string,
  /** Huawei: category of the message. */
  android_offline_push_config_huawei_category: string,
  /** Huawei: HTTPS URL of a picture. */
  android_offline_push_config_huawei_image: string,
  /** Honor: HTTPS URL of a picture. */
  android_offline_push_config_honor_image: string,
  /** Google: HTTPS URL of a picture. */
  android_offline_push_config_fcm_image: string,
};

/** How a message is notified on Android. */
export interface AndroidOfflinePushConfig extends LooseFields<typeof androidOfflinePushConfigFields> {}
/** {@link AndroidOfflinePushConfig}, strictly. */
export interface StrictAndroidOfflinePushConfig extends StrictFields<typeof androidOfflinePushConfigFields> {}

/**
 * Fields of {@link OfflinePushConfig} (TIMOfflinePushManager.h).
 *
 * They matter when a message is sent. Of a saved message the text and the data are kept; the rest is accepted, and read
 * back as the engine's defaults.
 */
export const offlinePushConfigFields = {
  /** Text of the notification. */
  offline_push_config_desc: string,
  /** Data that the notification carries for the receiving app. */
  offline_push_config_ext: string,
  /** Whether an offline receiver is notified: a number of {@link TIMOfflinePushFlag}. */
  offline_push_config_flag: notKept(enumOf<TIMOfflinePushFlag>()),
  /** What is particular to iOS. */
  offline_push_config_ios_config: notKept(
    object<IOSOfflinePushConfig, StrictIOSOfflinePushConfig>(iosOfflinePushConfigFields),
  ),
  /** What is particular to Android. */
  offline_push_config_android_config: notKept(
    object<AndroidOfflinePushConfig, StrictAndroidOfflinePushConfig>(androidOfflinePushConfigFields),
  ),
};

/** How a message is notified to a receiver who is offline. `{}` is the engine's defaults. */
export interface OfflinePushConfig extends LooseFields<typeof offlinePushConfigFields> {}
/** {@link OfflinePushConfig}, strictly: what the engine keeps of a saved message. */
export interface StrictOfflinePushConfig extends StrictFields<typeof offlinePushConfigFields> {}
