import { z } from 'zod';
import type { BotSwitch } from '../../bot/bot-switch.ts';
import type { StaffStore } from '../../bot/ports/staff.ts';
import type { createGuard } from './guard.tsx';
import { renderSwitchPage } from './switch-page.tsx';

const LONGEST_REASON = 300;

const pageQuery = z.object({
  to: z.enum(['off', 'on']).nullable().catch(null),
  notice: z.enum(['switched-off', 'switched-on', 'switched-before', 'no-reason']).nullable().catch(null),
});
const throwForm = z.object({
  to: z.enum(['off', 'on']),
  reason: z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(LONGEST_REASON)),
});

/** The page where a supervisor or an admin silences the bot, and lets it speak again, in two steps. */
export function addSwitchRoutes(
  guard: ReturnType<typeof createGuard>,
  { botSwitch, staff }: { readonly botSwitch: BotSwitch; readonly staff: StaffStore },
): void {
  guard.staff('GET /staff/switch', async (request, response, signedIn) => {
    const { to: asked, notice } = pageQuery.parse(request.query);
    const state = await botSwitch.state();
    const by = state.thrown === null ? null : ((await staff.find(state.thrown.by))?.displayName ?? null);
    response.send(renderSwitchPage({ signedIn, state, by, asked, notice }));
  });

  guard.staff('POST /staff/switch', async (request, response, signedIn) => {
    const form = throwForm.safeParse(request.body);
    if (!form.success) {
      response.redirect(303, '/staff/switch?notice=no-reason');
      return;
    }
    const { to, reason } = form.data;
    const done = await botSwitch.turn({ off: to === 'off', by: signedIn.account.name, reason });
    response.redirect(303, `/staff/switch?notice=${done ? `switched-${to}` : 'switched-before'}`);
  });
}
