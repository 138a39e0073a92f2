import { z } from 'zod';
import { createAdmissionGuide } from '../../../bot/admission/guide-family.ts';
import type { AdmissionTables } from '../../../bot/admission/published-tables.ts';
import { findStatements } from '../../../bot/statements/find-statement.ts';
import type { KeptStatements } from '../../../bot/statements/statement.ts';
import type { TopicSettingsSource } from '../../../bot/topic-settings.ts';
import { readQuestion } from '../../../knowledge/question/question.ts';
import { dayInVietnam } from '../../../knowledge/vietnam-day.ts';
import { tryMessage } from '../../trial.ts';
import type { createGuard } from '../guard.tsx';
import { wordsIn } from '../languages/words-in.ts';
import type { DocumentRoutesDependencies } from './document-routes.tsx';
import { renderTrialPage } from './trial-page.tsx';

const LONGEST_QUESTION = 2_000;
const MOST_EARLIER = 10;

const words = z
  .string()
  .catch('')
  .transform((typed) => typed.replaceAll('\r\n', '\n').normalize('NFC').trim());
const trialForm = z.object({ question: words, earlier: words });

/** «Thử một câu hỏi»: a message through the product's own steps, with nothing stored. Posted, so that no address holds it. */
export function addTrialRoutes(
  guard: ReturnType<typeof createGuard>,
  deps: DocumentRoutesDependencies & {
    readonly topics: TopicSettingsSource;
    readonly admission: AdmissionTables;
    readonly statements: Pick<KeptStatements, 'settings'>;
  },
): void {
  const { knowledge, now, topics, admission, statements } = deps;

  guard.staff('GET /staff/try', (_request, response, signedIn) => {
    response.send(renderTrialPage({ signedIn, question: '', earlier: '', problem: null, tried: null }));
  });

  guard.staff('POST /staff/try', async (request, response, signedIn) => {
    const { question, earlier } = trialForm.parse(request.body);
    const { trial: trialWords } = wordsIn(signedIn.preferences.language);
    const problem = question === '' ? trialWords.empty : question.length > LONGEST_QUESTION ? trialWords.long : null;
    if (problem !== null) {
      response.status(400).send(renderTrialPage({ signedIn, question, earlier, problem, tried: null }));
      return;
    }
    const lines = earlier.split('\n').filter((line) => line.trim() !== '');
    const context = lines
      .slice(-MOST_EARLIER)
      .map((line) => ({ author: 'citizen', text: line.trim(), quickReplies: [] }) as const);
    const guide = createAdmissionGuide(await admission.tableOn(dayInVietnam(now())), context, null);
    const stated = findStatements(await statements.settings(), now());
    const trial = await tryMessage(question, context, knowledge, now(), await topics.settings(), guide, stated);
    const read = readQuestion(
      question,
      context.map(({ text }) => text),
      knowledge.current(),
    );
    response.send(renderTrialPage({ signedIn, question, earlier, problem: null, tried: { trial, read } }));
  });
}
