import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** An e-mail as its reader sees it. */
export interface ReceivedMail {
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly headers: string;
  readonly encrypted: boolean;
  /** Name that the sender logged in with. */
  readonly user: string | null;
}

/** A mail server on 127.0.0.1 that keeps what arrives. */
export interface MailServer {
  readonly port: number;
  readonly received: readonly ReceivedMail[];
  /** Connections of any outcome. */
  readonly connections: () => number;
  stop(): Promise<void>;
}

export interface MailServerBehaviour {
  /** Port to come back on; without it the system chooses. */
  readonly port?: number;
  /** Name and password that must be given. */
  readonly login?: { readonly user: string; readonly pass: string };
  /** Certificate for STARTTLS; without it nothing is encrypted. */
  readonly certificate?: { readonly key: string; readonly cert: string };
  /** Reply code to a recipient, asked each time; `null` takes them. */
  readonly refuse?: (address: string) => number | null;
  /** Reply code to each message in turn; then all are taken. */
  readonly messageReplies?: number[];
  /** Never answers a message. */
  readonly stalls?: boolean;
}

export async function startMailServer(behaviour: MailServerBehaviour = {}): Promise<MailServer> {
  const { login, certificate, refuse = () => null, messageReplies = [], stalls = false } = behaviour;
  const received: ReceivedMail[] = [];
  let connections = 0;
  const options: SMTPServerOptions = {
    disableReverseLookup: true,
    hideSTARTTLS: certificate === undefined,
    authOptional: login === undefined,
    allowInsecureAuth: true,
    closeTimeout: 100,
    ...certificate,
    onConnect(_session, done) {
      connections += 1;
      done();
    },
    onAuth({ username, password }, _session, done) {
      if (username === login?.user && password === login?.pass) done(null, { user: username });
      else done(replyError(535, 'no such account'));
    },
    onRcptTo({ address }, _session, done) {
      const code = refuse(address);
      done(code === null ? null : replyError(code, `${address} not taken`));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stalls) return;
        const reply = messageReplies.shift() ?? 250;
        if (reply !== 250) return done(replyError(reply, 'told to fail'));
        const { envelope, secure, user } = session;
        received.push({
          ...readMail(Buffer.concat(chunks).toString('utf8')),
          to: envelope.rcptTo.map(({ address }) => address),
          encrypted: secure,
          user: typeof user === 'string' ? user : null,
        });
        done();
      });
    },
  };
  const server = new SMTPServer(options);
  // A client that gives up breaks its connection off.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(behaviour.port ?? 0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.');
  return {
    port: address.port,
    received,
    connections: () => connections,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function replyError(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

function readMail(raw: string): Pick<ReceivedMail, 'from' | 'subject' | 'text' | 'messageId' | 'headers'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const headers = head.replace(/\r\n\s+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? '';
  const body = rest.join('\r\n\r\n');
  const encoding = header('Content-Transfer-Encoding').trim().toLowerCase();
  return {
    headers,
    from: readWords(header('From')),
    subject: readWords(header('Subject')),
    messageId: header('Message-ID'),
    text: encoding === 'base64' ? Buffer.from(body, 'base64').toString('utf8') : unquote(body.replace(/=\r\n/g, '')),
  };
}

/** Encoded words of a header (RFC 2047). */
function readWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_whole, encoding: string, words: string) =>
      encoding.toLowerCase() === 'b'
        ? Buffer.from(words, 'base64').toString('utf8')
        : unquote(words.replaceAll('_', ' ')),
    );
}

function unquote(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
