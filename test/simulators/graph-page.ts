import { z } from 'zod';
import { type GraphAccount, type GraphRefusal, type GraphRequest, parseJson } from './graph-rules.ts';
import type { GraphThreads } from './graph-threads.ts';

/** How a Page is set up, as its administrator sees it; tests may change it. */
export interface GraphPage {
  scopes: string[];
  /** Seconds since the epoch; 0 = never. */
  expiresAt: number;
  subscribedFields: string[];
  profile: Record<string, unknown>;
  /** Times the profile or the subscription was written. */
  readonly writes: string[];
  featureStatus: Record<string, boolean>;
}

/** A Page with everything allowed and nothing set up. */
export function createGraphPage(): GraphPage {
  return {
    scopes: ['pages_messaging', 'pages_manage_metadata', 'pages_read_engagement'],
    expiresAt: 0,
    subscribedFields: [],
    profile: {},
    writes: [],
    featureStatus: { hop_v2: false, msgr_multi_app: true, ig_multi_app: false },
  };
}

const recipient = z.object({ recipient: z.strictObject({ id: z.string() }), target_app_id: z.string().optional() });
const menuAction = z.union([
  z.strictObject({
    type: z.literal('postback'),
    title: z.string().min(1).max(30),
    payload: z.string().min(1).max(1000),
  }),
  z.strictObject({ type: z.literal('web_url'), title: z.string().min(1).max(30), url: z.url({ protocol: /^https$/ }) }),
]);
const profileFields = z.strictObject({
  access_token: z.string(),
  get_started: z.strictObject({ payload: z.string().min(1).max(1000) }).optional(),
  greeting: z.array(z.strictObject({ locale: z.string(), text: z.string().min(1).max(160) })).optional(),
  ice_breakers: z
    .array(
      z.strictObject({
        locale: z.string(),
        call_to_actions: z
          .array(z.strictObject({ question: z.string().min(1).max(80), payload: z.string().min(1).max(1000) }))
          .min(1)
          .max(4),
      }),
    )
    .optional(),
  persistent_menu: z
    .array(
      z.strictObject({
        locale: z.string(),
        composer_input_disabled: z.boolean(),
        call_to_actions: z.array(menuAction).min(1).max(20),
      }),
    )
    .optional(),
});

type PageAnswer = { readonly body: object } | { readonly refusal: GraphRefusal };

/** Answers everything that is not a message: token, subscription, profile and thread control. */
export function answerForPage(
  { method, url, body }: GraphRequest,
  account: GraphAccount,
  page: GraphPage,
  threads: GraphThreads,
): PageAnswer {
  const path = url.pathname.slice(`/${account.version}/`.length);
  const content = parseJson(body);
  if (
    method === 'POST' &&
    z.object({ access_token: z.literal(account.pageToken) }).safeParse(content).success === false
  ) {
    return refuse(401, 190, 'wrong page token');
  }
  const own = (rest: string) => `${account.pageId}/${rest}`;
  if (method === 'GET' && path === 'me') return { body: me(url, account, page) };
  if (method === 'GET' && path === 'debug_token') {
    const valid = url.searchParams.get('input_token') === account.pageToken;
    const { scopes, expiresAt } = page;
    const facts = { app_id: account.appId, type: 'PAGE', profile_id: account.pageId, expires_at: expiresAt, scopes };
    return { body: { data: { is_valid: valid, ...(valid ? facts : {}) } } };
  }
  if (path === own('subscribed_apps')) return subscriptions(method, content, account, page);
  if (path === 'me/messenger_profile') return profile(method, content, page);
  const verb = path.startsWith(own('')) && method === 'POST' ? path.slice(own('').length) : '';
  if (verb.endsWith('_thread_control')) return control(verb, content, threads);
  return refuse(404, 2500, `path ${url.pathname}`);
}

function me(url: URL, { pageId }: GraphAccount, { featureStatus }: GraphPage): object {
  const asked = url.searchParams.get('fields')?.split(',') ?? ['id', 'name'];
  const all: Record<string, unknown> = { id: pageId, name: 'Trang thử', messaging_feature_status: featureStatus };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name === 'id' || asked.includes(name)));
}

function subscriptions(method: string, content: unknown, { appId }: GraphAccount, page: GraphPage): PageAnswer {
  if (method === 'POST') {
    const parsed = z.object({ subscribed_fields: z.array(z.string()).min(1) }).safeParse(content);
    if (!parsed.success) return refuse(400, 100, 'subscribed_fields');
    page.subscribedFields = parsed.data.subscribed_fields;
    page.writes.push('subscribed_apps');
    return { body: { success: true } };
  }
  const { subscribedFields: fields } = page;
  return { body: { data: fields.length === 0 ? [] : [{ id: appId, name: 'app', subscribed_fields: fields }] } };
}

function profile(method: string, content: unknown, page: GraphPage): PageAnswer {
  if (method === 'GET') return { body: { data: Object.keys(page.profile).length === 0 ? [] : [page.profile] } };
  const parsed = profileFields.safeParse(content);
  if (!parsed.success) return refuse(400, 100, z.prettifyError(parsed.error));
  const { access_token: _token, ...fields } = parsed.data;
  if (fields.persistent_menu !== undefined && fields.get_started === undefined && !('get_started' in page.profile)) {
    return refuse(400, 100, 'a persistent menu needs get_started');
  }
  page.profile = { ...page.profile, ...fields };
  page.writes.push(...Object.keys(fields));
  return { body: { result: 'success' } };
}

function control(verb: string, content: unknown, threads: GraphThreads): PageAnswer {
  const parsed = recipient.safeParse(content);
  if (!parsed.success) return refuse(400, 100, z.prettifyError(parsed.error));
  const why = threads.control(verb, parsed.data.recipient.id, parsed.data.target_app_id ?? null);
  return why === null ? { body: { success: true } } : refuse(400, 10, why);
}

function refuse(status: number, code: number, why: string): PageAnswer {
  return { refusal: { status, code, subcode: null, why } };
}
