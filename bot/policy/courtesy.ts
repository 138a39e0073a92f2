import type { MessageWords } from './message-words.ts';

const COURTESY_WORDS = new Set(
  `a a. ad admin ah ak alo aloo anh anh chi ban bac be bn bye bai biet bot buoi bye camon cam cac cai chao chau chi chieu chuc chu co con cung da dang day de di dung duoc e em ok oke on
  gap ghe gio giup ghi ha haha hahaha hay he hehe hello hen hi hic hihi hu huhu hom iu ke kha khoe kia la lai lam luon ly lam lan minh moi mong nao nay ne nghe ngay nguoi ngu ngon nha nhat nhe nhen nhiet nhieu nhi no noi nua oi on ok page phong qua roi rat ra san sang sau se so tam biet tan tinh tat te thay the thi thich thoi to toi tot tks tra troi trua tuan tuyet tu van ui um uh u uk uhm ui vay vang vi voi vui ve vay xin xong yeu yes no y nhan thong tin ro hieu cuoi
  giao duc ba dinh tro ho loi dep thuong de lanh may man cong viec hanh phuc chuan tham khao minh luu`.split(/\s+/u),
);
const THANKS = /(?:^| )(?:cam on|cam nhe|on nhieu|camon|biet on|thank|cam ta|da ta|cam mon|tks)(?: |$)/u;
const GOODBYE = /(?:^| )(?:tam biet|bye|bai bai|hen gap|ngu ngon|chao tam)(?: |$)/u;
const GREETING = /(?:^| )(?:chao|hello|hi|alo|helo|hey|xin chao|hallo)(?: |$)/u;
const ACKNOWLEDGEMENT =
  /(?:^| )(?:ok|vang|da|uh|uk|um|ro|hieu|biet roi|nhan duoc|roi|yes|duoc|tot|hay|tuyet|chuan|haha|hihi|hehe|chuc|vui|yeu|iu|dep|thuong|u|xong)(?: |$)/u;
/** «Bạn là người hay máy vậy»: asked with words of courtesy alone. */
const ASKS_WHO = /(?:^| )(?:nguoi|bot|may|ai) (?:that )?hay (?:la )?(?:nguoi|bot|may|ai)(?: |$)/u;
const MAX_WORDS = 18;

export type Courtesy = 'thanks' | 'goodbye' | 'greeting' | 'acknowledgement';

/** Tells a message that holds nothing but courtesies (greeting, thanks, goodbye, a nod) from one that asks something. */
export function readCourtesy(message: MessageWords): Courtesy | null {
  const folded = message.words.map((word) => word.folded);
  if (folded.length === 0 || folded.length > MAX_WORDS || !folded.every((word) => COURTESY_WORDS.has(word)))
    return null;
  const text = folded.join(' ');
  if (ASKS_WHO.test(text)) return null;
  if (THANKS.test(text)) return 'thanks';
  if (GOODBYE.test(text)) return 'goodbye';
  if (GREETING.test(text)) return 'greeting';
  return ACKNOWLEDGEMENT.test(text) ? 'acknowledgement' : null;
}
