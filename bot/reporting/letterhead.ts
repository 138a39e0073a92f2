import { z } from 'zod';

const line = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(z.string().max(200));
const needed = line.pipe(z.string().min(1));
const lines = z
  .string()
  .max(4_000)
  .transform((text) =>
    text
      .normalize('NFC')
      .split(/\r?\n/)
      .map((one) => one.replace(/\s+/g, ' ').trim())
      .filter((one) => one !== ''),
  );

/** What stands around the words of a report; the office edits it. */
export const letterheadForm = z.object({
  superior: line,
  office: needed,
  symbol: needed,
  place: needed,
  signerCapacity: line,
  signerTitle: needed,
  signerName: line,
  recipients: lines,
});

/** Letterhead, signature and recipients of a report. */
export interface Letterhead {
  /** The body above the office; empty where there is none. */
  readonly superior: string;
  readonly office: string;
  /** What follows the number: `BC-VHXH`. */
  readonly symbol: string;
  readonly place: string;
  /** Stands before the title, for example `KT. TRƯỞNG PHÒNG`; empty where the head signs. */
  readonly signerCapacity: string;
  readonly signerTitle: string;
  readonly signerName: string;
  /** Lines of «Nơi nhận». */
  readonly recipients: readonly string[];
}

/** Holds until the office writes its own. */
export const USUAL_LETTERHEAD: Letterhead = {
  superior: 'ỦY BAN NHÂN DÂN PHƯỜNG BA ĐÌNH',
  office: 'PHÒNG VĂN HÓA - XÃ HỘI',
  symbol: 'BC-VHXH',
  place: 'Ba Đình',
  signerCapacity: '',
  signerTitle: 'TRƯỞNG PHÒNG',
  signerName: '',
  recipients: ['UBND phường Ba Đình (để báo cáo);', 'Các trường trên địa bàn;', 'Lưu: VT, VHXH.'],
};

/** Reads a letterhead that was kept. */
export const letterheadSchema: z.ZodType<Letterhead> = letterheadForm.extend({ recipients: z.array(z.string()) });
