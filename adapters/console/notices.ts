import type { Request } from 'express';
import { z } from 'zod';
import { NOTICES } from './vietnamese.ts';

export type NoticeName = keyof typeof NOTICES;

const query = z.object({
  notice: z
    .enum(Object.keys(NOTICES) as [NoticeName, ...NoticeName[]])
    .nullable()
    .catch(null),
});

/** The notice that the action before this page leads to; `null` for none and for unknown ones. */
export function noticeOf(request: Request): NoticeName | null {
  return query.parse(request.query).notice;
}
