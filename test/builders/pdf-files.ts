import sharp from 'sharp';

/** What stands on a page: a picture over all of it, text lines over that (not drawn when there is a picture), or both. */
export interface PdfPageContent {
  readonly picture?: Buffer;
  readonly lines?: readonly string[];
}

const FONT_CODES = Array.from({ length: 220 }, (_, index) => index + 33).filter(
  (code) => !'()\\'.includes(String.fromCharCode(code)),
);
const WIDTH = 595;
const HEIGHT = 842;

/**
 * A PDF with pages of pictures and pages of text, whose letters are told by a map to Unicode. A picture on many pages
 * is stored once.
 */
export async function aPdf(pages: readonly PdfPageContent[]): Promise<Buffer> {
  const letters = [
    ...new Set(pages.flatMap((page) => (page.lines ?? []).join('').normalize('NFC').replaceAll(' ', '').split(''))),
  ];
  const codeOf = new Map(letters.map((letter, index) => [letter, FONT_CODES[index] ?? 33]));
  const objects: Buffer[] = [];
  const add = (body: string, stream?: Buffer) => {
    const head = stream === undefined ? body : body.replace('>>', `/Length ${stream.length} >>`);
    objects.push(
      stream === undefined
        ? Buffer.from(head, 'latin1')
        : Buffer.concat([Buffer.from(`${head}\nstream\n`, 'latin1'), stream, Buffer.from('\nendstream')]),
    );
    return objects.length;
  };
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const map = add('<< >>', Buffer.from(unicodeMap(codeOf), 'latin1'));
  const font = add(
    `<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 32 /LastChar 255 /Widths [${new Array(224).fill(600).join(' ')}] /ToUnicode ${map} 0 R >>`,
  );
  const kids: number[] = [];
  const images = new Map<Buffer, { readonly image: number; readonly height: number }>();
  const imageOf = async (picture: Buffer) => {
    const known = images.get(picture);
    if (known !== undefined) return known;
    const { data, info } = await sharp(picture)
      .toColourspace('b-w')
      .jpeg({ quality: 60 })
      .toBuffer({ resolveWithObject: true });
    const image = add(
      `<< /Type /XObject /Subtype /Image /Width ${info.width} /Height ${info.height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode >>`,
      data,
    );
    const added = { image, height: (WIDTH * info.height) / info.width };
    images.set(picture, added);
    return added;
  };
  for (const { picture, lines = [] } of pages) {
    const drawn: string[] = [];
    let resources = `/Font << /F ${font} 0 R >>`;
    if (picture !== undefined) {
      const { image, height } = await imageOf(picture);
      drawn.push(`q ${WIDTH} 0 0 ${height} 0 ${HEIGHT - height} cm /P Do Q`);
      resources += ` /XObject << /P ${image} 0 R >>`;
    }
    drawn.push(`BT /F 11 Tf ${picture === undefined ? 0 : 3} Tr 60 780 Td`);
    for (const line of lines) drawn.push(`(${encode(line, codeOf)}) Tj 0 -18 Td`);
    drawn.push('ET');
    const content = add('<< >>', Buffer.from(drawn.join('\n'), 'latin1'));
    kids.push(
      add(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << ${resources} >> /Contents ${content} 0 R >>`,
      ),
    );
  }
  objects[1] = Buffer.from(
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`,
  );
  return join(objects);
}

/** The PDF as one that asks for a password: no key opens it. Source: ISO 32000-1, 7.6.3. */
export function withPassword(pdf: Buffer): Buffer {
  const [key, id] = ['5a'.repeat(32), '0b'.repeat(16)];
  const encryption = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<${id}> <${id}>]`;
  return Buffer.from(pdf.toString('latin1').replace('trailer << ', `trailer << ${encryption} `), 'latin1');
}

function encode(line: string, codeOf: ReadonlyMap<string, number>): string {
  return [...line.normalize('NFC')].map((letter) => String.fromCharCode(codeOf.get(letter) ?? 32)).join('');
}

function unicodeMap(codeOf: ReadonlyMap<string, number>): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  const pairs = [...codeOf].map(([letter, code]) => `<${hex(code, 2)}> <${hex(letter.charCodeAt(0), 4)}>`);
  const portions = Array.from({ length: Math.ceil(pairs.length / 90) }, (_, index) =>
    pairs.slice(index * 90, index * 90 + 90),
  );
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '1 begincodespacerange <00> <ff> endcodespacerange',
    ...portions.map((portion) => `${portion.length} beginbfchar\n${portion.join('\n')}\nendbfchar`),
    'endcmap end end',
  ].join('\n');
}

function join(objects: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  const push = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, index) => {
    places.push(length);
    push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]));
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const start = length;
  push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`));
  push(Buffer.from(`trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}
