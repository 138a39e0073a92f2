import { createHmac } from 'node:crypto';
import { MESSENGER, messengerText } from '../../builders/accounts.ts';
import { signedMessengerWebhook } from '../../simulators/graph.ts';

/** What people ask, in several ways of typing. */
export const QUESTIONS: readonly string[] = [
  'Cho em hỏi tiền ăn bán trú bữa trưa tối đa bao nhiêu một ngày ạ?',
  'hoc phi truong cong lap nam nay bn a',
  'Hồ sơ tuyển sinh vào lớp 10 gồm những gì?',
  'bao gio hoc sinh tuu truong vay a',
  'Con tôi thuộc hộ cận nghèo thì có được miễn giảm học phí không?',
  'cảm ơn ạ',
];

export const WEBHOOK_PATH = '/webhooks/messenger';

/** The id of the n-th of the people who write. */
export function personId(index: number): string {
  return String(7_000_000_000_000_000 + index);
}

/** A signed webhook as a complete HTTP request, ready to be written to a socket. */
export function httpRequest(path: string, { body, headers }: ReturnType<typeof signedMessengerWebhook>): Buffer {
  const lines = Object.entries({ host: '127.0.0.1', 'content-length': String(Buffer.byteLength(body)), ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}`).join('\r\n');
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${head}\r\n\r\n${body}`, 'utf8');
}

/** Requests of different Messenger messages, evenly by `citizens` people, signed in both ways as Meta does. */
export function signedRequests(count: number, citizens: number, startedAt: number): readonly Buffer[] {
  return Array.from({ length: count }, (_, index) => {
    const payload = messengerText({
      mid: `m_${startedAt}_${index}`,
      text: QUESTIONS[index % QUESTIONS.length] ?? '',
      psid: personId(index % citizens),
      at: startedAt + index,
    });
    const { body, headers } = signedMessengerWebhook(payload, MESSENGER.appSecret);
    const older = `sha1=${createHmac('sha1', MESSENGER.appSecret).update(body).digest('hex')}`;
    return httpRequest(WEBHOOK_PATH, { body, headers: { ...headers, 'x-hub-signature': older } });
  });
}
