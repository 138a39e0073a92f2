import { TrialResult } from '../knowledge/trial-page.tsx';
import { useWords } from '../languages/use-words.tsx';
import type { Why } from './proposal.ts';

/** What the bot does with one message of the citizen and the documents of now, with the passages that it finds. */
export function WhyPanel({ why, address }: { readonly why: Why; readonly address: string }) {
  const words = useWords();
  return (
    <section class="why" id="why" aria-labelledby="why-title">
      <h2 id="why-title">{words.reply.whyTitle}</h2>
      <p class="rule">{words.reply.whyLead(why.question)}</p>
      <TrialResult trial={why.trial} read={why.read} />
      <p>
        <a href={address}>{words.reply.whyClose}</a>
      </p>
    </section>
  );
}
