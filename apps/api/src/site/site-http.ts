import { SiteKeysController } from './site-keys.controller.js';
import { SiteController } from './site.controller.js';

/** Where admins set up their site. */
export const SITE_CONTROLLERS = [SiteController, SiteKeysController];
