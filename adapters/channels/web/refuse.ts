import type { Response } from 'express';
import { CHAT_ERRORS } from './vietnamese.ts';

/** Answers `{error: {code, message}}`; the message is the code's own Vietnamese sentence unless another is given. */
export function refuse(
  response: Response,
  status: number,
  code: keyof typeof CHAT_ERRORS,
  message: string = CHAT_ERRORS[code],
): void {
  response.status(status).json({ error: { code, message } });
}
