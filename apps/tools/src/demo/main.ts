import { parseArgs } from 'node:util';
import { runTool } from '../http/tool-error.js';
import { demo, USAGE } from './demo.js';

await runTool(async () => {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    options: { url: text, 'site-key': text, 'site-secret': text, own: flag, help: flag },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  return demo({
    url: values.url,
    siteKey: values['site-key'],
    siteSecret: values['site-secret'],
    own: values.own,
  });
});
