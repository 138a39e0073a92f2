import { z } from 'zod';

/** Where alarms go by e-mail. */
export interface EmailAlarmConfig {
  readonly server: {
    readonly host: string;
    readonly port: number;
    /** Encrypted from the first byte (`smtps:`). */
    readonly secure: boolean;
    /** The server is on the own machine. */
    readonly loopback: boolean;
    readonly login: { readonly user: string; readonly pass: string } | null;
  };
  readonly from: string;
  readonly senderName: string;
  readonly to: readonly string[];
}

/** Where alarms go by HTTP. */
export interface WebhookAlarmConfig {
  readonly url: string;
  /** Signs the body; `null`: it goes unsigned. */
  readonly secret: string | null;
}

/** The ways that are set; `null`: not set. */
export interface AlarmConfig {
  readonly email: EmailAlarmConfig | null;
  readonly webhook: WebhookAlarmConfig | null;
}

const SUBMISSION_PORT = 587;
const SMTPS_PORT = 465;
const MOST_RECIPIENTS = 20;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/;

/** The settings, in the order of the README's table. */
export const alarmSettings = {
  ALARM_SMTP_URL: z
    .string()
    .refine(isSmtpUrl, 'write it like "smtp://name:password@mail.example.vn:587" or "smtps://…", special signs as %40')
    .optional(),
  ALARM_EMAIL_FROM: z.email().optional(),
  ALARM_EMAIL_TO: z
    .string()
    .transform((text) => [...new Set(text.split(/[\s,]+/).filter((address) => address !== ''))])
    .pipe(z.array(z.email('write e-mail addresses, parted by commas')).min(1).max(MOST_RECIPIENTS))
    .optional(),
  ALARM_WEBHOOK_URL: z
    .string()
    .refine(isWebhookUrl, 'write an https address (http only on the own machine) without name and password')
    .optional(),
  ALARM_WEBHOOK_SECRET: z.string().min(16).optional(),
};

type AlarmSettings = z.infer<z.ZodObject<typeof alarmSettings>>;

/**
 * What is wrong with the settings taken together. A half-set way must not pass for one that is off: nobody would be
 * woken. Reads raw values, so that it can be reported beside problems of single settings.
 */
export function alarmProblems(present: Readonly<Record<string, unknown>>): readonly string[] {
  const has = (name: keyof AlarmSettings) => present[name] !== undefined;
  const problems: string[] = [];
  const needs = (name: keyof AlarmSettings, given: keyof AlarmSettings) => {
    if (has(given) && !has(name)) problems.push(`${name}: set it too, because ${given} is set`);
  };
  needs('ALARM_EMAIL_TO', 'ALARM_SMTP_URL');
  needs('ALARM_SMTP_URL', 'ALARM_EMAIL_TO');
  if (!has('ALARM_EMAIL_TO')) needs('ALARM_SMTP_URL', 'ALARM_EMAIL_FROM');
  needs('ALARM_WEBHOOK_URL', 'ALARM_WEBHOOK_SECRET');
  const smtpUrl = String(present['ALARM_SMTP_URL'] ?? '');
  if (isSmtpUrl(smtpUrl) && !has('ALARM_EMAIL_FROM') && senderOf(smtpUrl) === null) {
    problems.push('ALARM_EMAIL_FROM: set it, because the name in ALARM_SMTP_URL is not an e-mail address');
  }
  return problems;
}

/** The ways that checked settings turn on; `senderName` stands before the sender's address. */
export function alarmsOf(value: AlarmSettings, senderName: string): AlarmConfig {
  const { ALARM_SMTP_URL: smtpUrl, ALARM_EMAIL_TO: to, ALARM_WEBHOOK_URL: url, ALARM_WEBHOOK_SECRET: secret } = value;
  const from = value.ALARM_EMAIL_FROM ?? (smtpUrl === undefined ? null : senderOf(smtpUrl));
  return {
    email:
      smtpUrl === undefined || to === undefined || from === null
        ? null
        : { server: serverOf(smtpUrl), from, senderName, to },
    webhook: url === undefined ? null : { url, secret: secret ?? null },
  };
}

/** The line of the start summary. */
export function describeAlarms({ email, webhook }: AlarmConfig): string {
  const ways = [email === null ? [] : [`e-mail to ${email.to.length}`], webhook === null ? [] : ['webhook']].flat();
  if (ways.length === 0) return 'off  alarms: set ALARM_SMTP_URL and ALARM_EMAIL_TO, or ALARM_WEBHOOK_URL';
  return `on   alarms: ${ways.join(', ')}`;
}

function serverOf(smtpUrl: string): EmailAlarmConfig['server'] {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? SMTPS_PORT : SUBMISSION_PORT) : Number(port),
    secure,
    loopback: LOOPBACK.test(hostname),
    login: username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  };
}

/** The name a mail server knows us by is often our address. */
function senderOf(smtpUrl: string): string | null {
  return z.email().safeParse(serverOf(smtpUrl).login?.user).data ?? null;
}

function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text);
  const hasServer =
    /^smtps?:$/.test(protocol) && hostname !== '' && /^\/?$/.test(pathname) && `${search}${hash}` === '';
  return hasServer && (username === '') === (password === '') && isDecodable(`${username}${password}`);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function isWebhookUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return (
    `${username}${password}` === '' && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname)))
  );
}
