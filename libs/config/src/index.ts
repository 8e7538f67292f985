export * from './config.js';
export * from './config.module.js';
export { CONFIG_KEYS, SETTINGS, type SettingName } from './settings.js';
export { publicUrl } from './public-url.js';
export { ORIGIN_LIST, originList } from './setting-kinds.js';
