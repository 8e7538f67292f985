import { CONFIG_KEYS, SETTINGS } from '#config';

interface Described {
  desc?: string;
  example?: string;
  default?: { toString(): string } | null | undefined;
}

const INTRODUCTION = `# Configuration

Settings come from the environment and are read once, at the start. A setting that breaks its rule
stops the start with one sentence for each; values are never printed, since some are secrets. A
variable that is set to nothing counts as not set.

This page is written by \`npm run docs:config\` from \`libs/config/src/settings.ts\`.
`;

/** docs/configuration.md, from the settings themselves. */
export function configurationPage(): string {
  return [INTRODUCTION, ...CONFIG_KEYS.map(section)].join('\n');
}

function section(name: (typeof CONFIG_KEYS)[number]): string {
  const setting: Described = SETTINGS[name];
  const lines = [`## \`${name}\``, '', setting.desc ?? '', ''];
  const shipped = setting.default?.toString();
  lines.push(`Default: ${shipped === undefined ? 'none' : `\`${shipped}\``}.`);
  if (setting.example !== undefined) lines.push(`Example: \`${setting.example}\`.`);
  return `${lines.join('\n')}\n`;
}
