import { createRequire } from 'node:module';
import { join } from 'node:path';
import express from 'express';
import { MESSENGER } from '../../builders/accounts.ts';
import { announceListening } from './signed-server.ts';
import { WEBHOOK_PATH } from './webhook-requests.ts';

/**
 * Botkit with its Facebook adapter, as its documentation sets it up, in a process of its own. The packages lie in a
 * folder outside the project: `botkit-server.ts <unused> <folder with node_modules>`. It checks the older SHA-1
 * signature only and keeps its state in memory: a crash loses what was acknowledged.
 */
const load = createRequire(join(process.argv[3] ?? '', 'package.json'));
const { Botkit }: { Botkit: new (settings: object) => unknown } = load('botkit');
const { FacebookAdapter }: { FacebookAdapter: new (settings: object) => unknown } = load('botbuilder-adapter-facebook');

const app = express();
// What Botkit's own web server does before the adapter sees a request; that one listens on every address.
app.use(express.json({ verify: (request, _response, bytes) => Object.assign(request, { rawBody: bytes.toString() }) }));
new Botkit({
  webhook_uri: WEBHOOK_PATH,
  webserver: app,
  adapter: new FacebookAdapter({
    app_secret: MESSENGER.appSecret,
    verify_token: 'unused',
    access_token: 'unused',
    api_host: '127.0.0.1:1',
  }),
});
announceListening(app);
