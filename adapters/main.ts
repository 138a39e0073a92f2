import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { StoreUnavailable } from '../bot/ports/store-health.ts';
import type { QuestionEncoder } from '../knowledge/retrieval/encoder.ts';
import { TAKEN_ENDS } from '../knowledge/writing/written-answer.ts';
import { openWriter, type Writer } from './chat-model/open-writer.ts';
import { addAdminCommands } from './cli/admin.ts';
import { addAdmissionCommands } from './cli/admission-commands.ts';
import { addAlarmCommands } from './cli/alarm-commands.ts';
import { ask, askBatch, BatchUnreadable } from './cli/ask.ts';
import { addAuditCommand } from './cli/audit-command.ts';
import { addBackupCommands } from './cli/backup-commands.ts';
import { addBotCommands } from './cli/bot-commands.ts';
import { addCitizenCommands } from './cli/citizen-commands.ts';
import { addDoctorCommand } from './cli/doctor/doctor.ts';
import { addDocumentCommands } from './cli/document-commands.ts';
import { evaluate, printEvaluation } from './cli/evaluate.ts';
import { indexPaths, ingestAndWatch, ingestOnce, whyNotReadable } from './cli/ingest.ts';
import { addMessengerCommands } from './cli/messenger-commands.ts';
import { askAtTerminal } from './cli/prompt.ts';
import { addPurgeCommand } from './cli/purge-command.ts';
import { addReplayCommand } from './cli/replay-command.ts';
import { addReportCommands } from './cli/report-command.ts';
import { addSealCommand } from './cli/seal-command.ts';
import { addStoreCommands } from './cli/store-commands.ts';
import { createTerminal } from './cli/terminal.ts';
import { addZaloCommands } from './cli/zalo-commands.ts';
import {
  type ChatConfig,
  type Config,
  ConfigInvalid,
  forbidRuntimeTelemetry,
  processEnvironment,
  readConfig,
} from './config.ts';
import { EmbeddingsFailure } from './embeddings/embeddings-failure.ts';
import { EncoderUnusable } from './encoder/onnx-encoder.ts';
import { openQuestionEncoder } from './encoder/open-encoders.ts';
import { AddressUnusable } from './http/listen.ts';
import { IngestRunning } from './ingesting/ingest-lock.ts';
import { printReport } from './ingesting/report.ts';
import { NothingToIngest } from './ingesting/sources.ts';
import { type GivenAnswer, type Judgement, judgeAnswers, printJudgement } from './judging/judge-answers.ts';
import { connectJudge, JUDGE_NEEDS_MODEL } from './judging/judge-model.ts';
import { type KnowledgeSource, openKnowledge } from './knowledge-source.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { ROLES, type Role, whyNotRole } from './roles.ts';
import { IndexUnusable } from './snapshots/errors.ts';
import { StoreUnusable } from './stores/errors.ts';

/** Entry point: reads the environment, then runs one command. The only file with effects at import. */

/** A stop that hangs is ended after this. */
const STOP_LIMIT_MS = 9_000;

/** One line that is written over; only people at a terminal see it. */
function showProgress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}

const print = (text: string) => void process.stdout.write(`${text}\n`);

function createAsker(knowledge: KnowledgeSource) {
  return (question: { id: string; text: string; context: readonly string[] }) => ask(question, knowledge, Date.now());
}

/** Who runs the command; a container's user may have no name. */
function terminalUser(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '');
  }
}

/** The writer that the settings ask for; what hinders it goes to standard error. */
function tryWriter({ chat }: Config): Writer | null {
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  return openWriter(chat, {
    ended: (end) => (TAKEN_ENDS.has(end) ? undefined : say(`The words stay quoted: ${end}.`)),
    rewrote: (end) => (end === 'rewritten' ? undefined : say(`The follow-up was joined by code: ${end}.`)),
    tokens: () => {},
    noAnswer: (reason) => say(`The chat model gave nothing: ${reason}.`),
  });
}

/** The encoder of questions, or `null` with a line on standard error that says why not. */
async function tryEncoder({ embeddings }: Config, parts: Partial<EncoderParts> = {}): Promise<QuestionEncoder | null> {
  const onFailure = (failure: EmbeddingsFailure) => void process.stderr.write(`${failure.message}\n`);
  try {
    return await openQuestionEncoder(embeddings, { inThread: false, onFailure, ...parts });
  } catch (error) {
    if (!(error instanceof EncoderUnusable)) throw error;
    process.stderr.write(`${error.message}\n`);
    return null;
  }
}

function judge(given: readonly GivenAnswer[], chat: ChatConfig): Promise<Judgement> {
  const model = connectJudge(
    chat,
    ({ reason }) => void process.stderr.write(`The judge gave no verdict: ${reason}.\n`),
  );
  return judgeAnswers(given, model);
}

type EncoderParts = Parameters<typeof openQuestionEncoder>[1];

/** Arguments or settings that cannot be used. */
const BAD_USAGE = 2;
/** Another ingest works on the data folder. */
const BUSY = 3;
/** Stopped by Ctrl-C or SIGTERM, in the shell's way of counting. */
const STOPPED = 130;

class Stopped extends Error {}

/** Fires at Ctrl-C or SIGTERM; a second one, or a stop that hangs, ends the program at once. */
function stopOnSignals(): AbortSignal {
  const stop = new AbortController();
  const onSignal = () => {
    stop.abort(new Stopped());
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
  };
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  return stop.signal;
}

forbidRuntimeTelemetry();
const config = () => readConfig(processEnvironment());
const program = new Command('assistant')
  .description('Assistant of the Giáo dục Ba Đình page')
  .showHelpAfterError()
  .exitOverride((end) => process.exit(end.exitCode === 0 ? 0 : BAD_USAGE));

program
  .command('serve')
  .description('Serve web chat, staff console and webhooks until stopped')
  .option('--data <dir>', 'data folder')
  .addOption(
    new Option('--role <role>', 'web: pages and webhooks; worker: answers and sending; all: both')
      .choices(ROLES)
      .default('all'),
  )
  .action(async (options: { data?: string; role: Role }, command: Command) => {
    const settings = config();
    const problem = whyNotRole(options.role, settings);
    if (problem !== null) command.error(problem);
    const stopSignal = stopOnSignals();
    const log = createLog(settings.logLevel);
    // Loaded here, because the other commands need neither channels nor HTTP and should start at once.
    const { serve } = await import('./cli/serve.ts');
    const metrics = createMetrics();
    const onFailure = (failure: EmbeddingsFailure) => {
      metrics.embeddingsFailures.inc({ reason: failure.reason });
      // Its message holds what the endpoint said, which may be the question or the key.
      const { reason, code } = failure;
      log.warn({ reason, code }, 'a question is searched by words alone: it got no vector');
    };
    const encoder = await tryEncoder(settings, { inThread: true, onFailure });
    const served = { ...settings, dataDir: options.data ?? settings.dataDir };
    await serve(served, options.role, encoder, metrics, createTerminal(print), log, stopSignal);
  });

program
  .command('ingest')
  .description('Index exactly these files and folders, and web sources; without any, those of the last time again')
  .argument('[paths...]', 'files or folders')
  .option('--url <addresses...>', 'page, list of documents or sitemap.xml on a host of INGEST_HOSTS; is remembered')
  .option('--drop-url <addresses...>', 'forget a web source')
  .option('--keep-web', 'read the copies of web sources instead of asking for them again')
  .option('--data <dir>', 'data folder')
  .option('--json', 'print the report as JSON')
  .option('--report <file>', 'write the report to a file as JSON')
  .option('--watch', 'index again whenever files change, until Ctrl-C')
  .action(
    async (
      paths: string[],
      given: {
        url?: string[];
        dropUrl?: string[];
        keepWeb?: boolean;
        data?: string;
        json?: boolean;
        report?: string;
        watch?: boolean;
      },
      command: Command,
    ) => {
      const settings = config();
      const options = {
        asked: { paths, urls: given.url ?? [], dropUrls: given.dropUrl ?? [], keepWeb: given.keepWeb ?? false },
        dataDir: given.data ?? settings.dataDir,
        json: given.json ?? false,
        reportFile: given.report ?? null,
        hosts: settings.ingestHosts,
        refreshHours: settings.ingestRefreshHours,
        embeddings: settings.embeddings,
      };
      const problem = whyNotReadable(options);
      if (problem !== null) command.error(problem);
      const terminal = createTerminal(print, (progress) => {
        // Who started this ingest may have ended meanwhile.
        if (process.connected) process.send?.(progress);
      });
      if (given.watch) await ingestAndWatch(options, terminal, stopOnSignals());
      else process.exitCode = await ingestOnce(options, terminal, stopOnSignals());
    },
  );

program
  .command('ask')
  .description('Ask one question, or a file of questions')
  .argument('[question]', 'the question')
  .option('--data <dir>', 'data folder')
  .option('--json', 'print the whole result as JSON')
  .option('--batch <file>', 'JSON lines with id, text and optional context; "-" reads standard input')
  .action(
    async (
      question: string | undefined,
      options: { data?: string; json?: boolean; batch?: string },
      command: Command,
    ) => {
      if ((question === undefined) === (options.batch === undefined))
        command.error('Give either a question or --batch FILE.');
      const settings = config();
      const writer = tryWriter(settings);
      const knowledge = openKnowledge(options.data ?? settings.dataDir, await tryEncoder(settings), {
        ...settings,
        writer,
      });
      const refused = knowledge.refused();
      if (refused !== null) process.stderr.write(`${refused.message} The index before it answers.\n`);
      const asker = createAsker(knowledge);
      if (options.batch !== undefined) {
        if (options.batch !== '-' && !existsSync(options.batch)) command.error(`There is no file ${options.batch}.`);
        const input = options.batch === '-' ? process.stdin : createReadStream(options.batch, 'utf8');
        await askBatch(input, print, asker);
        return;
      }
      const result = await asker({ id: 'terminal', text: question ?? '', context: [] });
      print(options.json ? JSON.stringify(result, null, 1) : result.text);
    },
  );

program
  .command('eval')
  .description('Measure answers and behaviour on an evaluation set')
  .option('--questions <file>', 'questions with gold passages (JSON lines)')
  .option('--behaviour <file>', 'messages with expected outcomes (JSON lines)')
  .option('--data <dir>', 'index to evaluate; without it the evaluation folder is indexed first')
  .option('--model', 'let CHAT_MODEL put the answers into words')
  .option('--judge', 'let CHAT_MODEL judge the answers too: faithful to their passages, complete')
  .option('--json', 'print JSON')
  .action(
    async (
      options: {
        questions?: string;
        behaviour?: string;
        data?: string;
        model?: boolean;
        judge?: boolean;
        json?: boolean;
      },
      command: Command,
    ) => {
      const settings = config();
      if (options.judge && settings.chat === null) command.error(JUDGE_NEEDS_MODEL);
      if (options.model && settings.chat === null) command.error('--model needs CHAT_MODEL, see the README.');
      const corpus = join(settings.evaluationDir, 'corpus', 'files');
      const questions = options.questions ?? join(settings.evaluationDir, 'eval', 'questions.jsonl');
      const behaviour = options.behaviour ?? join(settings.evaluationDir, 'eval', 'behaviour.jsonl');
      for (const file of [questions, behaviour]) {
        if (!existsSync(file))
          command.error(`There is no ${file}. Give --questions and --behaviour, or set EVALUATION_DIR.`);
      }
      const encoder = await tryEncoder(settings);
      let dataDir = options.data;
      if (dataDir === undefined) {
        if (!existsSync(corpus)) command.error(`There is no ${corpus}. Give --data DIR, or set EVALUATION_DIR.`);
        dataDir = join(settings.dataDir, 'evaluation');
        const report = await indexPaths([corpus], dataDir, settings.embeddings, createTerminal(print));
        if (!options.json) print(printReport(report));
      }
      const writer = options.model ? tryWriter(settings) : null;
      const knowledge = openKnowledge(dataDir, encoder, { ...settings, publicUrl: null, writer });
      const asker = createAsker(knowledge);
      const given: GivenAnswer[] = [];
      const evaluation = await evaluate(questions, behaviour, async (question) => {
        const result = await asker(question);
        given.push({ question: [...question.context, question.text].join('\n'), result });
        return result;
      });
      // Judged when everything was answered, so that no verdict can touch an answer.
      const judgement = options.judge && settings.chat !== null ? await judge(given, settings.chat) : null;
      if (options.json) print(JSON.stringify({ ...evaluation, ...(judgement && { judgement }) }, null, 1));
      else print([printEvaluation(evaluation), ...(judgement ? ['', printJudgement(judgement)] : [])].join('\n'));
    },
  );

const admin = program.command('admin').description('Operate the product');
const refuse = (problem: string) => {
  process.stderr.write(`${problem}\n`);
  process.exitCode = BAD_USAGE;
};
addAdminCommands(admin, { config, print, refuse });
const surroundings = { config, print, refuse, now: Date.now };
addDocumentCommands(admin, surroundings);
addZaloCommands(admin, { ...surroundings, ask: askAtTerminal, fetch });
addPurgeCommand(admin, surroundings);
addCitizenCommands(admin, { ...surroundings, user: terminalUser });
addBackupCommands(admin, { ...surroundings, showProgress });
const fail = () => {
  process.exitCode = 1;
};
addStoreCommands(admin, { ...surroundings, showProgress, fail, newId: randomUUID });
addSealCommand(admin, { ...surroundings, showProgress, user: terminalUser });
addMessengerCommands(admin, { config, print, fetch, fail });
addAlarmCommands(admin, { config, print, fetch, now: Date.now, fail });
addBotCommands(admin, { config, print, fetch, now: Date.now, random: Math.random, user: terminalUser });
addAdmissionCommands(admin, { config, print, fail, now: Date.now, user: terminalUser });
addAuditCommand(admin, { config, print, fail });
const path = processEnvironment()['PATH'] ?? '';
addReportCommands(admin, { ...surroundings, user: terminalUser, path });
addDoctorCommand(admin, { config, print, fetch, now: Date.now, fail });
addReplayCommand(program, { ...surroundings, openEncoder: tryEncoder, fail, user: terminalUser });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof ConfigInvalid) {
    process.stderr.write(`${error.message}\n`);
    process.exit(BAD_USAGE);
  }
  if (error instanceof Stopped) {
    process.stderr.write('Đã dừng; chỉ mục đang dùng không thay đổi. Chạy lại để làm tiếp.\n');
    process.exit(STOPPED);
  }
  if (error instanceof NothingToIngest || error instanceof StoreUnusable) {
    process.stderr.write(`${error.message}\n`);
    process.exit(BAD_USAGE);
  }
  if (error instanceof IngestRunning) {
    process.stderr.write(`${error.message}\n`);
    process.exit(BUSY);
  }
  const expected = [IndexUnusable, StoreUnavailable, AddressUnusable, BatchUnreadable, EmbeddingsFailure];
  if (error instanceof Error && expected.some((kind) => error instanceof kind)) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  throw error;
}
