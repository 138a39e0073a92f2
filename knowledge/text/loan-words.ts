/**
 * Foreign words, names of programs and letter groups that parents write and that are no typing mistakes, lower case.
 * Reviewed by hand.
 */
export const LOAN_WORDS: ReadonlySet<string> = new Set(
  `admin ads album android app apple audio bank banking bar blog book boss box bus cam camera canteen card cast chat
  check checkin class clip club code combo comment computer cost coupon covid data deadline demo digital doc docx
  download drive edu email english event excel exam face facebook fan fanpage fax feedback fee file fix folder follow
  form format free full game gas gmail google grade group hello help home hot hotline house html ib icon ielts inbox
  info ios ipad iphone jpg kid kids kindergarten lab lap laptop level like link live livestream login logo mail max
  meet melody menu message messenger mix mobile montessori mobi momo music net news note nursery off offline online
  open page pass password pdf pen phone photo pin ping please pos post preschool print private pro profile public qr
  quiz rank rap reggio report reset review robot robotics sale scan school score search second sex share ship shipper
  shop show sim sms slide smart smas smartphone song sorry spam sport start status steam steiner stem step sticker
  stop store student style summer switch tablet tag talk taxi team teacher teams teen test text thank thanks ticket
  tiktok time tip tips toefl toeic top tour training transfer tv update upload user version video viettel vin vip
  virus visa vneid vnedu vnpt voucher web website weekend wifi win word work workshop world yes youtube zalo zoom`
    .split(/\s+/)
    .filter(Boolean),
);
