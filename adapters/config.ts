import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import type { UnknownValidity } from '../knowledge/retrieval/quotable.ts';
import { localTerritory, provinceNamed } from '../knowledge/territories.ts';
import { type AlarmConfig, alarmProblems, alarmSettings, alarmsOf } from './alarms/alarm-settings.ts';
import { type ControllerConfig, controllerOf, controllerSettings } from './controller-settings.ts';
import { reminderSettings } from './reminders/reminding.ts';
import { isRedisAddress } from './stores/redis/address.ts';
import { type TicketConfig, ticketSettings, ticketsOf } from './ticket-settings.ts';

/**
 * Settings: names, defaults and checks. The README's table and `.env.example` are compared with this by a test.
 * Empty values count as absent.
 */
const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().default('./data'),
  REDIS_URL: z
    .string()
    .refine(isRedisAddress, 'write redis://host:6379, rediss:// for TLS, or redis-sentinel://host:port,host:port/name')
    .optional(),
  STAFF_ADMIN_PASSWORD: z.string().min(12).optional(),
  STAFF_SECOND_FACTOR: z.enum(['required', 'optional', 'off']).default('required'),
  STAFF_UNDO_SECONDS: z.coerce.number().int().min(0).max(60).default(5),
  STAFF_SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'write 64 hexadecimal digits, as "openssl rand -hex 32" prints them')
    .optional(),
  SEALING_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'write 64 hexadecimal digits, as "openssl rand -hex 32" prints them')
    .optional(),
  TERRITORY: z
    .string()
    .default('Hà Nội')
    .transform(provinceNamed)
    .refine((province) => province !== null, 'write the name of a province or city, like "Hà Nội"'),
  WARD: z
    .string()
    .default('Ba Đình')
    .transform((ward) => ward.replace(/^(?:phường|xã|đặc khu)\s+/iu, '').trim()),
  UNKNOWN_VALIDITY: z.enum(['warn', 'answer', 'withhold']).default('warn'),
  OFFICE_NAME: z.string().default('Giáo dục Ba Đình'),
  ...controllerSettings,
  WEB_EMBED_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((origin) => origin !== ''))
    .pipe(
      z.array(
        z.string().refine(isEmbeddingOrigin, 'write origins like "https://badinh.edu.vn", parted by commas, no path'),
      ),
    ),
  MESSENGER_APP_ID: z.string().regex(/^\d+$/).optional(),
  MESSENGER_APP_SECRET: z.string().min(8).optional(),
  MESSENGER_VERIFY_TOKEN: z.string().min(8).optional(),
  MESSENGER_PAGE_ID: z.string().regex(/^\d+$/).optional(),
  MESSENGER_PAGE_TOKEN: z.string().min(8).optional(),
  MESSENGER_GRAPH_URL: z.url({ protocol: /^https?$/ }).default('https://graph.facebook.com'),
  MESSENGER_GRAPH_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/)
    .default('v26.0'),
  MESSENGER_COMMENT_REPLY: z.enum(['off', 'on']).default('off'),
  ZALO_APP_ID: z.string().regex(/^\d+$/).optional(),
  ZALO_APP_SECRET: z.string().min(8).optional(),
  ZALO_OA_SECRET: z.string().min(8).optional(),
  ZALO_OA_ID: z.string().regex(/^\d+$/).optional(),
  ZALO_REFRESH_TOKEN: z.string().min(8).optional(),
  ZALO_SIGNATURE: z.enum(['auto', 'body-timestamp', 'header-timestamp']).default('auto'),
  ZALO_BUTTONS: z.enum(['on', 'off']).default('off'),
  ZALO_API_URL: z.url({ protocol: /^https?$/ }).default('https://openapi.zalo.me'),
  ZALO_OAUTH_URL: z.url({ protocol: /^https?$/ }).default('https://oauth.zaloapp.com'),
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).default('https://api.openai.com/v1'),
  OPENAI_API_KEY: z.string().min(1).optional(),
  EMBEDDINGS_MODEL: z.string().optional(),
  CHAT_MODEL: z.string().min(1).optional(),
  CHAT_TIMEOUT_MS: z.coerce.number().int().min(500).max(60_000).default(8_000),
  CHAT_DAILY_TOKENS: z.coerce.number().int().min(0).default(0),
  CHAT_DAILY_TOKENS_CITIZEN: z.coerce.number().int().min(0).default(100_000),
  ...alarmSettings,
  BUSY_AFTER_S: z.coerce.number().int().min(0).max(3_600).default(30),
  ...ticketSettings,
  ...reminderSettings,
  BURST_MS: z.coerce.number().int().min(0).max(10_000).default(1200),
  SEND_CONFIRM_MS: z.coerce.number().int().min(0).max(600_000).default(15_000),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  RETENTION_DAYS: z.coerce.number().int().min(0).max(36_500).default(365),
  INGEST_HOSTS: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((host) => host !== ''))
    .pipe(
      z.array(z.string().regex(/^[\w.-]+(?::\d+)?$/, 'write host names like "badinh.hanoi.gov.vn", parted by commas')),
    ),
  INGEST_REFRESH_HOURS: z.coerce.number().min(0).max(8_760).default(24),
  EVALUATION_DIR: z.string().default('../shared'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
});

type Settings = z.infer<typeof settings>;

/** Every setting's name, in the order of the README's table. */
export const SETTING_NAMES: readonly string[] = Object.keys(settings.shape);

export interface MessengerConfig {
  readonly appId: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly pageId: string;
  readonly pageToken: string;
  readonly graphUrl: string;
  readonly graphVersion: string;
  /** Whether comments on the Page's posts are read, and answered in private where there is an answer. */
  readonly commentReply: boolean;
}

export interface ZaloConfig {
  readonly appId: string;
  readonly appSecret: string;
  readonly oaSecret: string;
  readonly oaId: string;
  /** Used once, when no token is stored yet. */
  readonly seedRefreshToken: string | null;
  /** Which documented variant of the webhook signature is accepted; `auto`: each of them. */
  readonly signature: 'auto' | 'body-timestamp' | 'header-timestamp';
  /** Choices as buttons instead of a numbered list; whether the API takes them is not documented. */
  readonly buttons: boolean;
  readonly apiUrl: string;
  readonly oauthUrl: string;
}

/** An OpenAI-compatible endpoint that makes the vectors instead of the bundled encoder. */
export interface EmbeddingsConfig {
  readonly model: string;
  /** Without a trailing slash, for example `http://127.0.0.1:1234/v1`. */
  readonly baseUrl: string;
  /** `null` for servers that ask for none. */
  readonly apiKey: string | null;
}

/** An OpenAI-compatible endpoint whose model puts found answers into words. */
export interface ChatConfig extends EmbeddingsConfig {
  /** A citizen waits for at most this, twice where the first draft has to be mended. */
  readonly timeoutMs: number;
  /** Tokens of a day, each process; `null` = no limit. */
  readonly dailyTokens: number | null;
  /** The same for one citizen. */
  readonly dailyTokensOfCitizen: number | null;
}

/** A channel that is off says which settings turn it on. */
export type Switch<T> =
  | { readonly on: true; readonly settings: T }
  | { readonly on: false; readonly missing: readonly string[] };

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Without a trailing slash; `null` when the product is only reachable locally. */
  readonly publicUrl: string | null;
  readonly dataDir: string;
  /** Where state lives that several processes share; `null`: in a file in the data folder. May hold a password. */
  readonly redisUrl: string | null;
  readonly staffAdminPassword: string | null;
  /** Whether admins and spokespersons must have a second factor, everybody may, or nobody is asked for one. */
  readonly staffSecondFactor: 'required' | 'optional' | 'off';
  /** Encrypts the keys of second factors, 32 bytes; `null` = a key that is kept with the state. */
  readonly staffSecretKey: Buffer | null;
  /** Seals personal data in messages, 32 bytes; `null` = a key that is kept with the state. */
  readonly sealingKey: Buffer | null;
  /** The office's own place: its ward in its province, for example `Hà Nội › Ba Đình`. */
  readonly territory: string;
  /** What becomes of texts of which nothing tells whether they are in force. */
  readonly unknownValidity: UnknownValidity;
  readonly officeName: string;
  /** Who answers for citizens' data. */
  readonly controller: ControllerConfig;
  /** Origins of sites that may show the web chat in their pages, for example `https://badinh.edu.vn`. */
  readonly webEmbedOrigins: readonly string[];
  readonly messenger: Switch<MessengerConfig>;
  readonly zalo: Switch<ZaloConfig>;
  /** `null` = the bundled encoder. */
  readonly embeddings: EmbeddingsConfig | null;
  /** `null` = answers quote the documents. */
  readonly chat: ChatConfig | null;
  /** How the duty officer is woken. */
  readonly alarms: AlarmConfig;
  /** Mail that has waited longer gets one word that it was received; 0 = none does (ms). */
  readonly busyAfterMs: number;
  /** How long a ticket's life gives everybody. */
  readonly tickets: TicketConfig;
  /** How many days before a deadline citizens who agreed are reminded of it; none: nobody is. */
  readonly reminderDays: readonly number[];
  readonly burstMs: number;
  readonly sendConfirmMs: number;
  /** How long a reply of staff waits so that it can be taken back (ms). */
  readonly staffUndoMs: number;
  /** Number of reverse proxies in front, for client addresses. */
  readonly trustProxy: number;
  /** Days that words of citizens and staff are kept; 0 = for ever. */
  readonly retentionDays: number;
  /** Hosts that web sources may be fetched from, lower case, with the port where it is not the scheme's own. */
  readonly ingestHosts: readonly string[];
  /** Hours between two refreshes of web sources; 0 = never. */
  readonly ingestRefreshHours: number;
  readonly evaluationDir: string;
  readonly logLevel: Settings['LOG_LEVEL'];
}

/** Settings that cannot be used. The program ends with exit status 2; a person has to correct them. */
export class ConfigInvalid extends Error {
  readonly code = 'CONFIG_INVALID';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `Settings cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\nCorrect them in the environment or in .env and start again.`,
    );
    this.name = 'ConfigInvalid';
    this.problems = problems;
  }
}

/**
 * Reads settings from an environment. Pure: the same input gives the same result; values never appear in errors.
 * @throws ConfigInvalid that names every problem at once
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = settings.safeParse(present);
  const together = alarmProblems(present);
  if (!parsed.success || together.length > 0) {
    const single = parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
    throw new ConfigInvalid([...single, ...together]);
  }
  const value = parsed.data;
  return {
    port: value.PORT,
    host: value.HOST,
    publicUrl: value.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    dataDir: value.DATA_DIR,
    redisUrl: value.REDIS_URL ?? null,
    staffAdminPassword: value.STAFF_ADMIN_PASSWORD ?? null,
    staffSecondFactor: value.STAFF_SECOND_FACTOR,
    staffSecretKey: value.STAFF_SECRET_KEY === undefined ? null : Buffer.from(value.STAFF_SECRET_KEY, 'hex'),
    sealingKey: value.SEALING_KEY === undefined ? null : Buffer.from(value.SEALING_KEY, 'hex'),
    territory: localTerritory(value.TERRITORY, value.WARD),
    unknownValidity: value.UNKNOWN_VALIDITY,
    officeName: value.OFFICE_NAME,
    controller: controllerOf(value, value.OFFICE_NAME),
    webEmbedOrigins: value.WEB_EMBED_ORIGINS.map((origin) => new URL(origin).origin),
    messenger: messengerSwitch(value),
    zalo: zaloSwitch(value),
    embeddings: modelOf(value, value.EMBEDDINGS_MODEL),
    chat: chatOf(value),
    alarms: alarmsOf(value, value.OFFICE_NAME),
    busyAfterMs: value.BUSY_AFTER_S * 1_000,
    tickets: ticketsOf(value),
    reminderDays: value.DEADLINE_REMINDER_DAYS,
    staffUndoMs: value.STAFF_UNDO_SECONDS * 1_000,
    burstMs: value.BURST_MS,
    sendConfirmMs: value.SEND_CONFIRM_MS,
    trustProxy: value.TRUST_PROXY,
    retentionDays: value.RETENTION_DAYS,
    ingestHosts: value.INGEST_HOSTS.map((host) => host.toLowerCase()),
    ingestRefreshHours: value.INGEST_REFRESH_HOURS,
    evaluationDir: value.EVALUATION_DIR,
    logLevel: value.LOG_LEVEL,
  };
}

function messengerSwitch(value: Settings): Switch<MessengerConfig> {
  const {
    MESSENGER_APP_ID: appId,
    MESSENGER_APP_SECRET: appSecret,
    MESSENGER_VERIFY_TOKEN: verifyToken,
    MESSENGER_PAGE_ID: pageId,
    MESSENGER_PAGE_TOKEN: pageToken,
  } = value;
  if (appId && appSecret && verifyToken && pageId && pageToken) {
    return {
      on: true,
      settings: {
        appId,
        appSecret,
        verifyToken,
        pageId,
        pageToken,
        graphUrl: value.MESSENGER_GRAPH_URL.replace(/\/+$/, ''),
        graphVersion: value.MESSENGER_GRAPH_VERSION,
        commentReply: value.MESSENGER_COMMENT_REPLY === 'on',
      },
    };
  }
  return {
    on: false,
    missing: missing(value, [
      'MESSENGER_APP_ID',
      'MESSENGER_APP_SECRET',
      'MESSENGER_VERIFY_TOKEN',
      'MESSENGER_PAGE_ID',
      'MESSENGER_PAGE_TOKEN',
    ]),
  };
}

function zaloSwitch(value: Settings): Switch<ZaloConfig> {
  const { ZALO_APP_ID: appId, ZALO_APP_SECRET: appSecret, ZALO_OA_SECRET: oaSecret, ZALO_OA_ID: oaId } = value;
  if (appId && appSecret && oaSecret && oaId) {
    return {
      on: true,
      settings: {
        appId,
        appSecret,
        oaSecret,
        oaId,
        seedRefreshToken: value.ZALO_REFRESH_TOKEN ?? null,
        signature: value.ZALO_SIGNATURE,
        buttons: value.ZALO_BUTTONS === 'on',
        apiUrl: value.ZALO_API_URL.replace(/\/+$/, ''),
        oauthUrl: value.ZALO_OAUTH_URL.replace(/\/+$/, ''),
      },
    };
  }
  return { on: false, missing: missing(value, ['ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_SECRET', 'ZALO_OA_ID']) };
}

function modelOf(value: Settings, model: string | undefined): EmbeddingsConfig | null {
  if (model === undefined) return null;
  return { model, baseUrl: value.OPENAI_BASE_URL.replace(/\/+$/, ''), apiKey: value.OPENAI_API_KEY ?? null };
}

function chatOf(value: Settings): ChatConfig | null {
  const model = modelOf(value, value.CHAT_MODEL);
  if (model === null) return null;
  const { CHAT_TIMEOUT_MS: timeoutMs, CHAT_DAILY_TOKENS: tokens, CHAT_DAILY_TOKENS_CITIZEN: ofCitizen } = value;
  const limit = (tokens: number) => (tokens === 0 ? null : tokens);
  return { ...model, timeoutMs, dailyTokens: limit(tokens), dailyTokensOfCitizen: limit(ofCitizen) };
}

/** HTTPS, or the own machine for trying the widget out; the cookie in a frame needs one of them. */
function isEmbeddingOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username } = new URL(text);
  const safe = protocol === 'https:' || (protocol === 'http:' && /^(?:localhost|127\.0\.0\.1)$/.test(hostname));
  return safe && /^[\w.-]+$/.test(hostname) && pathname === '/' && `${search}${hash}${username}` === '';
}

function missing(value: Settings, names: readonly (keyof Settings)[]): readonly string[] {
  return names.filter((name) => value[name] === undefined);
}

/**
 * Keeps the encoder's runtime from reporting its use to its maker: onnxruntime does so unless this stands in the
 * environment before it is loaded. Processes and threads started later inherit it; an operator's own value stays.
 */
export function forbidRuntimeTelemetry(): void {
  process.env['ORT_DISABLE_TELEMETRY'] ??= '1';
}

/** The process environment over the `.env` file of the working folder. The only reader of `process.env`. */
export function processEnvironment(): Readonly<Record<string, string | undefined>> {
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  return { ...file, ...process.env };
}
