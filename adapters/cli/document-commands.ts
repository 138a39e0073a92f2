import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type Correction,
  correctDocuments,
  type Decision,
  type FieldValues,
  factsOf,
  isSameDocument,
  keyOf,
} from '../../knowledge/corrections.ts';
import type { MetadataField, OfficialDocument, RelationKind } from '../../knowledge/document.ts';
import { linkDocuments, numberKey } from '../../knowledge/document-links.ts';
import { judgeValidity } from '../../knowledge/validity.ts';
import { dayInVietnam } from '../../knowledge/vietnam-day.ts';
import type { Config } from '../config.ts';
import { addCorrection, readCorrections } from '../corrections/correction-log.ts';
import { openSnapshot } from '../snapshots/snapshot-store.ts';
import { readAssignments, readDayArgument, readNumberArgument, readPartsArgument } from './document-values.ts';
import { printDocument, printHistory, printList, RELATION_WORDS, stateInWords } from './document-words.ts';

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
  const collectionOf = (options: Options) => openCollection(dataDirOf(options), config().territory, now());

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
  const record = (wanted: string, options: Options, decision: Decision, old: FieldValues = {}) => {
    const found = collectionOf(options).find(wanted);
    if (typeof found === 'string') return refuse(found);
    const correction: Correction = {
      at: now(),
      by: options.by ?? userName(),
      document: keyOf(found.read),
      decision: decision.kind === 'confirm' ? { kind: 'confirm', facts: factsOf(found.document) } : decision,
      old,
    };
    addCorrection(dataDirOf(options), correction);
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
    const found = collectionOf(options).find(wanted);
    if (typeof found === 'string') refuse(found);
    else show(found.read, options);
  });

  editing('set', 'Sửa: trường=giá trị; để trống sau dấu bằng nếu không rõ', '<assignments...>').action(
    (wanted: string, assignments: string[], options: Options) => {
      const found = collectionOf(options).find(wanted);
      if (typeof found === 'string') return refuse(found);
      const read = readAssignments(assignments, found.document);
      if (!read.ok) return refuse(read.problem);
      const fields = Object.keys(read.value) as MetadataField[]; // keys of a record by that type
      const old = Object.fromEntries(fields.map((field) => [field, found.document[field]]));
      record(wanted, options, { kind: 'set', values: read.value }, old);
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
        const number = readNumberArgument(other);
        const parts = options.parts === undefined ? null : readPartsArgument(options.parts);
        const from = options.from === undefined ? null : readDayArgument(options.from);
        const problems = [number, parts, from].flatMap((read) => (read === null || read.ok ? [] : [read.problem]));
        if (problems.length > 0 || !number.ok) return refuse(problems.join('\n'));
        record(wanted, options, {
          kind: 'relate',
          relation: {
            kind,
            number: number.value,
            name: null,
            issuedOn: null,
            territory: territoryOf(number.value, collectionOf(options).corrected),
            parts: parts?.ok ? parts.value : null,
            from: from?.ok ? from.value : null,
            origin: 'corrected',
          },
        });
      },
    );

  editing('unrelate', 'Bỏ quan hệ đọc sai')
    .argument('<kind>', KINDS.join(', '), readKind)
    .argument('<other>', 'số hiệu của văn bản kia')
    .action((wanted: string, kind: RelationKind, other: string, options: Options) => {
      const found = collectionOf(options).find(wanted);
      if (typeof found === 'string') return refuse(found);
      const held = found.document.relations.filter((relation) => relation.kind === kind);
      if (!held.some(({ number }) => number !== null && numberKey(number) === numberKey(other)))
        return refuse(
          `Văn bản này không có quan hệ “${RELATION_WORDS[kind].active}” với ${other}. Đang có: ${held.map(({ number, name }) => number ?? name).join(', ') || 'không có'}.`,
        );
      record(wanted, options, { kind: 'unrelate', relation: kind, number: other });
    });

  editing('confirm', 'Xác nhận mọi thông tin đang có là đúng').action((wanted: string, options: Options) =>
    record(wanted, options, { kind: 'confirm', facts: '' }),
  );
  editing('withdraw', 'Rút: trợ lý không trả lời từ văn bản này nữa').action((wanted: string, options: Options) =>
    record(wanted, options, { kind: 'withdraw' }),
  );
  editing('reset', 'Bỏ mọi sửa đổi, trở lại như đã đọc').action((wanted: string, options: Options) =>
    record(wanted, options, { kind: 'reset' }),
  );

  command('history', 'Ai đã sửa gì, khi nào').action((wanted: string, options: Options) => {
    const found = collectionOf(options).find(wanted);
    if (typeof found === 'string') return refuse(found);
    const own = readCorrections(dataDirOf(options)).filter(({ document }) =>
      isSameDocument(document, keyOf(found.read)),
    );
    print(options.json ? JSON.stringify(own, null, 1) : printHistory(own));
  });
}

function openCollection(dataDir: string, territory: string, at: number) {
  const read = openSnapshot(dataDir).documents;
  const corrected = correctDocuments(read, readCorrections(dataDir));
  const links = linkDocuments(corrected);
  const validity = judgeValidity(links, { day: dayInVietnam(at), territory });
  /** The one document that a number or a file name means, or a sentence on why there is none. */
  const find = (wanted: string): { readonly document: OfficialDocument; readonly read: OfficialDocument } | string => {
    const words = wanted.normalize('NFC').trim();
    const matches = (document: OfficialDocument, index: number) =>
      [document.number, read[index]?.number].some(
        (number) => number != null && numberKey(number) === numberKey(words),
      ) || document.sources.includes(words);
    const rows = [...corrected.keys()].filter((index) => {
      const document = corrected[index];
      return document !== undefined && matches(document, index);
    });
    const [row] = rows;
    const document = row === undefined ? undefined : corrected[row];
    const before = row === undefined ? undefined : read[row];
    if (rows.length === 1 && document !== undefined && before !== undefined) return { document, read: before };
    if (rows.length === 0)
      return `Không có văn bản nào có số hiệu hoặc tên tệp “${wanted}”. Xem danh sách: npm run admin -- document list --data ${dataDir}`;
    const named = rows.map(
      (index) => `  ${corrected[index]?.file} (${stateInWords(validity.get(corrected[index]?.id ?? ''))})`,
    );
    return `Có ${rows.length} văn bản cùng số hiệu “${wanted}”. Hãy dùng tên tệp:\n${named.join('\n')}`;
  };
  return { corrected, links, validity, find };
}

/** The editor means the one document of that number that is held; of several, the one of the speaker's own territory. */
function territoryOf(number: string, documents: readonly OfficialDocument[]): string | null {
  const held = documents.filter(
    (document) => document.number !== null && numberKey(document.number) === numberKey(number),
  );
  const territories = new Set(held.map((document) => document.territory));
  return territories.size === 1 ? (held[0]?.territory ?? null) : null;
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
