/**
 * Letters of other alphabets that look like Latin ones, as pairs `look-alike → Latin`. Full-width and mathematical
 * letters are not listed: Unicode NFKC already maps them.
 */
export const HOMOGLYPHS: ReadonlyMap<string, string> = new Map([
  ...pairs('авеіјкмнорстухѕԁԛԝһӏ', 'abeijkmhopctyxsdqwhl'),
  ...pairs('АВЕІЈКМНОРСТУХЅԌ', 'ABEIJKMHOPCTYXSG'),
  ...pairs('αβεηικνορτυχγω', 'abeniknoptuxyw'),
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
  ...pairs('ɑɡıʟʀɴᴀᴄᴅᴇᴏᴛᴜ', 'agilrnacdeotu'),
]);

function pairs(lookAlikes: string, latin: string): (readonly [string, string])[] {
  const letters = [...latin];
  return [...lookAlikes].map((letter, index) => [letter, letters[index] ?? letter] as const);
}
