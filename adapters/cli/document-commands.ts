import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { correctionsByDocument, type Decision, keyOf } from '../../knowledge/corrections.ts';
import type { OfficialDocument, RelationKind } from '../../knowledge/document.ts';
import { dayInVietnam } from '../../knowledge/vietnam-day.ts';
import type { Config } from '../config.ts';
import { addCorrection, readCorrections } from '../corrections/correction-log.ts';
import {
  correctionOf,
  findDocuments,
  type HeldDocument,
  openCollection,
  readRelation,
  readUnrelation,
} from '../corrections/document-collection.ts';
import { readAssignments } from '../corrections/document-values.ts';
import { stateInWords } from '../corrections/document-words.ts';
import { RELATION_WORDS } from '../corrections/vietnamese.ts';
import { printDocument, printHistory, printList } from './document-print.ts';

const KINDS = Object.keys(RELATION_WORDS) as RelationKind[]; // keys of a record by that type

/** What the commands need of the program. */
export interface DocumentSurroundings {
  readonly config: () => Config;
  readonly print: (text: string) => void;
  /** Says in Vietnamese why nothing was done; the program then ends with status 2. */
  readonly refuse: (problem: string) => void;
  readonly now: () => number;
}

interface Options {
  readonly data?: string;
  readonly json?: boolean;
  readonly by?: string;
}

/** Adds `document …`: looks at documents, corrects and confirms what was read of them. Corrections survive every ingest. */
export function addDocumentCommands(admin: Command, { config, print, refuse, now }: DocumentSurroundings): void {
  const documents = admin.command('document').description('Văn bản: xem, sửa và xác nhận thông tin đã đọc');
  const dataDirOf = (options: Options) => options.data ?? config().dataDir;
  const collectionOf = (options: Options) =>
    openCollection(dataDirOf(options), { day: dayInVietnam(now()), territory: config().territory });

  /** The one document that a number or a file name means, or a sentence on why there is none. */
  const find = (wanted: string, options: Options): HeldDocument | string => {
    const collection = collectionOf(options);
    const [found, ...others] = findDocuments(collection, wanted);
    if (found === undefined)
      return `Không có văn bản nào có số hiệu hoặc tên tệp “${wanted}”. Xem danh sách: npm run admin -- document list --data ${dataDirOf(options)}`;
    if (others.length === 0) return found;
    const named = [found, ...others].map(
      ({ document }) => `  ${document.file} (${stateInWords(collection.validity.get(document.id))})`,
    );
    return `Có ${named.length} văn bản cùng số hiệu “${wanted}”. Hãy dùng tên tệp:\n${named.join('\n')}`;
  };

  /** A command about one document; `act` returns what to print, or nothing when it refused. */
  const command = (name: string, description: string, ...more: readonly string[]) =>
    [['<document>', 'số hiệu hoặc tên tệp'] as const, ...more.map((argument) => [argument, ''] as const)]
      .reduce(
        (made, [argument, words]) => made.argument(argument, words),
        documents.command(name).description(description),
      )
      .option('--data <dir>', 'thư mục dữ liệu')
      .option('--json', 'in ra JSON');
  const editing = (name: string, description: string, ...more: readonly string[]) =>
    command(name, description, ...more).option('--by <name>', 'người sửa', userName());

  /** Records a decision about the document that `wanted` names and shows the document as it is then. */
  const record = (wanted: string, options: Options, decision: Decision) => {
    const found = find(wanted, options);
    if (typeof found === 'string') return refuse(found);
    addCorrection(dataDirOf(options), correctionOf(found, decision, options.by ?? userName(), now()));
    show(found.read, options);
  };

  const show = (read: OfficialDocument, options: Options) => {
    const { corrected, links, validity } = collectionOf(options);
    const document = corrected.find((each) => each.id === read.id) ?? read;
    const state = validity.get(document.id);
    print(
      options.json
        ? JSON.stringify({ ...document, read, validity: state }, null, 1)
        : printDocument(document, read, links, state),
    );
  };

  documents
    .command('list')
    .description('Mọi văn bản, mỗi văn bản một dòng')
    .option('--data <dir>', 'thư mục dữ liệu')
    .option('--json', 'in ra JSON')
    .action((options: Options) => {
      const { corrected, validity } = collectionOf(options);
      print(
        options.json
          ? JSON.stringify(
              corrected.map((document) => ({ ...document, validity: validity.get(document.id) })),
              null,
              1,
            )
          : printList(corrected, validity),
      );
    });

  command('show', 'Thông tin của một văn bản, mỗi mục từ đâu ra').action((wanted: string, options: Options) => {
    const found = find(wanted, options);
    if (typeof found === 'string') refuse(found);
    else show(found.read, options);
  });

  editing('set', 'Sửa: trường=giá trị; để trống sau dấu bằng nếu không rõ', '<assignments...>').action(
    (wanted: string, assignments: string[], options: Options) => {
      const found = find(wanted, options);
      if (typeof found === 'string') return refuse(found);
      const read = readAssignments(assignments, found.document);
      if (!read.ok) return refuse(read.problem);
      record(wanted, options, { kind: 'set', values: read.value });
    },
  );

  editing('relate', `Thêm quan hệ: ${KINDS.join(', ')}`)
    .argument('<kind>', KINDS.join(', '), readKind)
    .argument('<other>', 'số hiệu của văn bản kia')
    .addOption(new Option('--parts <addresses>', 'chỉ một phần: "Điều 5, khoản 2; Điều 7"'))
    .addOption(new Option('--from <day>', 'từ ngày, như 2026-01-15'))
    .action(
      (
        wanted: string,
        kind: RelationKind,
        other: string,
        options: Options & { readonly parts?: string; readonly from?: string },
      ) => {
        const typed = { kind, other, parts: options.parts ?? null, from: options.from ?? null };
        const read = readRelation(typed, collectionOf(options).corrected);
        if (read.ok) record(wanted, options, read.value);
        else refuse(read.problem);
      },
    );

  editing('unrelate', 'Bỏ quan hệ đọc sai')
    .argument('<kind>', KINDS.join(', '), readKind)
    .argument('<other>', 'số hiệu của văn bản kia')
    .action((wanted: string, kind: RelationKind, other: string, options: Options) => {
      const found = find(wanted, options);
      if (typeof found === 'string') return refuse(found);
      const read = readUnrelation(found.document, kind, other);
      if (read.ok) record(wanted, options, read.value);
      else refuse(read.problem);
    });

  editing('confirm', 'Xác nhận mọi thông tin đang có là đúng').action((wanted: string, options: Options) =>
    record(wanted, options, { kind: 'confirm', facts: '' }),
  );
  editing('withdraw', 'Rút: trợ lý không trả lời từ văn bản này nữa')
    .option('--reason <words>', 'vì sao, để đồng nghiệp biết')
    .action((wanted: string, options: Options & { readonly reason?: string }) =>
      record(wanted, options, { kind: 'withdraw', ...(options.reason && { reason: options.reason }) }),
    );
  editing('restore', 'Đưa văn bản đã rút trở lại phần trả lời').action((wanted: string, options: Options) =>
    record(wanted, options, { kind: 'restore' }),
  );
  editing('undo', 'Hoàn tác quyết định gần nhất').action((wanted: string, options: Options) =>
    record(wanted, options, { kind: 'undo' }),
  );
  editing('reset', 'Bỏ mọi sửa đổi, trở lại như đã đọc').action((wanted: string, options: Options) =>
    record(wanted, options, { kind: 'reset' }),
  );

  command('history', 'Ai đã sửa gì, khi nào').action((wanted: string, options: Options) => {
    const found = find(wanted, options);
    if (typeof found === 'string') return refuse(found);
    const own = correctionsByDocument(readCorrections(dataDirOf(options)))(keyOf(found.read));
    print(options.json ? JSON.stringify(own, null, 1) : printHistory(own));
  });
}

function readKind(value: string): RelationKind {
  const kind = KINDS.find((candidate) => candidate === value);
  if (kind === undefined) throw new InvalidArgumentError(`Chọn một trong: ${KINDS.join(', ')}.`);
  return kind;
}

/** The account's name; containers may run without one. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'không rõ';
  }
}
