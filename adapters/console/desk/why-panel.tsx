import { TrialResult } from '../knowledge/trial-page.tsx';
import type { Why } from './proposal.ts';
import { REPLY } from './vietnamese.ts';

/** What the bot does with one message of the citizen and the documents of now, with the passages that it finds. */
export function WhyPanel({ why, address }: { readonly why: Why; readonly address: string }) {
  return (
    <section class="why" id="why" aria-labelledby="why-title">
      <h2 id="why-title">{REPLY.whyTitle}</h2>
      <p class="rule">{REPLY.whyLead(why.question)}</p>
      <TrialResult trial={why.trial} read={why.read} />
      <p>
        <a href={address}>{REPLY.whyClose}</a>
      </p>
    </section>
  );
}
