import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AlarmFailure, AlarmRecipient } from '../../bot/ports/alarms.ts';
import type { EmailAlarmConfig } from './alarm-settings.ts';
import { type AlarmWay, type Attempt, failedForAll } from './alarm-way.ts';
import type { AlarmMessage } from './compose-message.ts';

/** For each wait on the server: the connection, its greeting, the answer to a command. */
export const SMTP_STEP_LIMIT_MS = 10_000;
/** For a whole attempt, whatever a server does that answers slowly but always just in time. */
const STEPS_IN_AN_ATTEMPT = 6;

/** Of an error that the mail library gives. */
const errorSchema = z.object({
  code: z.string().optional().catch(undefined),
  originalCode: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
  permanent: z.boolean().optional().catch(undefined),
  recipient: z.string().optional().catch(undefined),
});
const refusalsSchema = z.object({ rejectedErrors: z.array(errorSchema).optional().catch(undefined) });
type MailError = z.infer<typeof errorSchema>;
type Failure = Omit<AlarmFailure, 'to'>;

/**
 * Alarms by e-mail: one message to everybody it is for. With a password the connection must be encrypted, unless the
 * server is on the own machine; without one it is encrypted where the server offers that.
 */
export function createSmtpWay(settings: EmailAlarmConfig, stepLimitMs = SMTP_STEP_LIMIT_MS): AlarmWay {
  const { server, from, senderName, to } = settings;
  // Takes a quarter of a second to load, which commands that send no alarms must not pay.
  const transport = import('nodemailer').then(({ createTransport }) =>
    createTransport({
      host: server.host,
      port: server.port,
      secure: server.secure,
      ...(server.login === null ? {} : { auth: server.login, requireTLS: !server.secure && !server.loopback }),
      connectionTimeout: stepLimitMs,
      greetingTimeout: stepLimitMs,
      socketTimeout: stepLimitMs,
      dnsTimeout: stepLimitMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    }),
  );
  const limit = () => AbortSignal.timeout(stepLimitMs * STEPS_IN_AN_ATTEMPT);
  return {
    recipients: to.map((address) => ({ way: 'email', address })),
    async attempt(message, recipients, stopped) {
      const addresses = addressesOf(recipients);
      const late = limit();
      try {
        const { accepted, rejectedErrors } = await (await transport).sendMail({
          from: { name: senderName, address: from },
          to: addresses,
          subject: message.subject,
          text: message.text,
          messageId: messageId(message, from),
          ...(message.alarm.severity === 'urgent' ? { priority: 'high' } : {}),
          // No out-of-office notes, which would come back at every alarm.
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.any([stopped, late]),
        });
        return perRecipient(recipients, accepted, rejectedErrors ?? [], REFUSED);
      } catch (error) {
        if (stopped.aborted) return failedForAll(recipients, { reason: 'stopped', status: null, retryable: true });
        if (late.aborted) return failedForAll(recipients, TIMEOUT);
        const refusals = refusalsSchema.safeParse(error).data?.rejectedErrors ?? [];
        return perRecipient(recipients, [], refusals, failureOf(readError(error)));
      }
    },
    async probe() {
      const late = new Promise<typeof TIMEOUT>((resolve) =>
        limit().addEventListener('abort', () => resolve(TIMEOUT), { once: true }),
      );
      const verified = (await transport).verify().then(
        () => null,
        (error: unknown) => failureOf(readError(error)),
      );
      return Promise.race([late, verified]);
    },
  };
}

const TIMEOUT: Failure = { reason: 'timeout', status: null, retryable: true };
const REFUSED: Failure = { reason: 'refused', status: null, retryable: false };

/** `otherwise`: what befell those that the server neither accepted nor refused by name. */
function perRecipient(
  recipients: readonly AlarmRecipient[],
  accepted: readonly string[],
  refusals: readonly MailError[],
  otherwise: Failure,
): readonly Attempt[] {
  return recipients.map((to) => {
    if (accepted.some((address) => isSame(to, address))) return { to, failure: null };
    const refusal = refusals.find(({ recipient }) => isSame(to, recipient));
    const failure = refusal === undefined ? otherwise : failureOf(refusal);
    return { to, failure: { to, ...failure }, afterMs: null };
  });
}

/** The mail library gives the domain back in lower case. */
function isSame(to: AlarmRecipient, address: string | undefined): boolean {
  return to.way === 'email' && to.address.toLowerCase() === address?.toLowerCase();
}

/** What an error means; a reply of class 4 is for now, one of class 5 for good (RFC 5321, section 4.2.1). */
function failureOf({ code, originalCode, responseCode, permanent }: MailError): Failure {
  const status = responseCode ?? null;
  const retryable = permanent !== true;
  if (code === 'EAUTH' || code === 'ENOAUTH')
    return { reason: 'authentication', status, retryable: permanent === false };
  if (code === 'ETLS' || /CERT|TLS|SSL/.test(originalCode ?? '')) {
    return { reason: 'encryption', status, retryable: permanent === false };
  }
  if (code === 'ETIMEDOUT') return { reason: 'timeout', status, retryable };
  if (status !== null) return { reason: retryable ? 'busy' : 'refused', status, retryable };
  return { reason: 'unreachable', status, retryable };
}

function readError(error: unknown): MailError {
  return errorSchema.safeParse(error).data ?? {};
}

function addressesOf(recipients: readonly AlarmRecipient[]): string[] {
  return recipients.flatMap((to) => (to.way === 'email' ? [to.address] : []));
}

/** The same for every attempt of one alarm, so that mailboxes show a message once whose acknowledgement was lost. */
function messageId({ alarm }: AlarmMessage, from: string): string {
  const digest = createHash('sha256').update(`${alarm.key} ${alarm.at}`).digest('hex').slice(0, 32);
  return `<${digest}@${from.split('@').at(-1)}>`;
}
