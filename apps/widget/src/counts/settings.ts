/** What the page has written into the script's tag. */
export interface Settings {
  api: string;
  siteKey: string;
  live: boolean;
}

/** `<script type="module" src="…/counts.js" data-site-key="…">`, found by the address of this file. */
export function settings(): Settings {
  const own = [...document.scripts].find(({ src }) => src === import.meta.url);
  const { siteKey = '', api, live } = own?.dataset ?? {};
  return {
    api: (api ?? new URL(import.meta.url).origin).replace(/\/$/, ''),
    siteKey,
    live: live !== 'off',
  };
}
