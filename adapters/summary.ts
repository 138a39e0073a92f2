import { describeAlarms } from './alarms/alarm-settings.ts';
import type { Config } from './config.ts';
import type { KnowledgeSource } from './knowledge-source.ts';
import type { Role } from './roles.ts';
import type { StateEngine } from './stores/engine.ts';

/** Which parts are on, and what turns the others on, one line each. */
export function summarize(
  config: Config,
  knowledge: KnowledgeSource,
  engine: StateEngine,
  role: Role,
): readonly string[] {
  const { documents, passages } = knowledge.current();
  const channel = (name: string, path: string, state: Config['messenger'] | Config['zalo']) =>
    state.on
      ? `on   ${name}: ${role === 'worker' ? 'answers and sends' : path}`
      : `off  ${name}: set ${state.missing.join(', ')}`;
  const pages = [
    'on   web chat: /',
    config.webEmbedOrigins.length === 0
      ? 'off  web chat on other sites: set WEB_EMBED_ORIGINS'
      : `on   web chat on other sites: /widget.js for ${config.webEmbedOrigins.join(', ')}`,
    'on   staff console: /staff',
  ];
  return [
    ...(engine.singleProcess ? [] : [`on   state: ${engine.description}, shared with other processes`]),
    ...(role === 'web' ? ['off  answers and sending: left to processes with --role worker or all'] : []),
    ...(role === 'worker' ? ['off  pages and webhooks: left to processes with --role web or all'] : []),
    `on   knowledge: ${documents.size} documents, ${passages.length} passages (${config.dataDir})`,
    ...(knowledge.refused() === null
      ? []
      : [`off  newest index: ${knowledge.refused()?.message} Until then the one before answers.`]),
    knowledge.searchesByMeaning()
      ? `on   search by meaning: ${config.embeddings?.model ?? 'bundled encoder'}, ${knowledge.vectorSearch()} search`
      : 'off  search by meaning: the index has no vectors of this encoder; run npm run ingest again',
    ...(role === 'worker' ? [] : pages),
    channel('Messenger', '/webhooks/messenger', config.messenger),
    channel('Zalo', '/webhooks/zalo', config.zalo),
    config.publicUrl === null
      ? 'off  links to sources in Messenger and Zalo: set PUBLIC_URL'
      : `on   public address: ${config.publicUrl}`,
    describeAlarms(config.alarms),
    config.sealingKey === null
      ? 'off  personal data sealed under a key of its own: set SEALING_KEY; until then the key lies with the state'
      : 'on   personal data: masked in what is stored, sealed under SEALING_KEY',
  ];
}
