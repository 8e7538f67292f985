import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BuiltFile } from './built-file.js';

const SCRIPTS = [
  ...['widget', 'widget-en', 'widget-zh-hant', 'widget-zh-hans', 'widget-nudge', 'widget-dialogs'],
  'counts',
];

/** Serves what pages of other sites load: the widget with its languages, and the script of the counts. */
export function serveWidget(app: NestFastifyApplication): void {
  for (const script of SCRIPTS) {
    serve(app, `${script}.js`, 'text/javascript; charset=utf-8');
    serve(app, `${script}.js.map`, 'application/json; charset=utf-8');
  }
}

function serve(app: NestFastifyApplication, name: string, type: string): void {
  const file = new BuiltFile(name, type);
  app
    .getHttpAdapter()
    .getInstance()
    .get(`/${name}`, (request, reply) => {
      // The same for everybody, whatever the sites' own origins are: a cache needs but one copy.
      void reply
        .header('access-control-allow-origin', '*')
        .removeHeader('access-control-allow-credentials')
        .header('cross-origin-resource-policy', 'cross-origin');
      file.send(request, reply);
    });
}
