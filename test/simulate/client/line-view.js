// @ts-check

/** @typedef {{ id: number, from: 'citizen' | 'page' | 'staff', text: string, photo: string | null, quickReplies: { title: string, payload: string }[], at: number }} Line */

const clock = new Intl.DateTimeFormat('vi', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' });
const NAMES = { citizen: 'Bạn', page: 'Giáo dục Ba Đình', staff: 'Nhân viên' };

/**
 * @param {string} className
 * @param {...(Node | string)} children
 */
function part(className, ...children) {
  const node = document.createElement('div');
  node.className = className;
  node.append(...children);
  return node;
}

/**
 * One message as a list item. Words become text nodes, so that they can never turn into markup.
 * @param {Line} line
 * @param {string | undefined} picture address of the picture in this tab, where it was chosen here
 */
export function lineView(line, picture) {
  const item = document.createElement('li');
  item.className = `line from-${line.from}`;
  const author = part(line.from === 'staff' ? 'author' : 'author unseen', NAMES[line.from]);
  const bubble = part('bubble');
  if (picture !== undefined) {
    const image = document.createElement('img');
    image.src = picture;
    image.alt = `Ảnh ${line.photo}`;
    bubble.classList.add('picture');
    bubble.append(image);
  } else if (line.photo !== null) bubble.append(`Ảnh: ${line.photo}`);
  bubble.append(...linked(line.text));
  const time = document.createElement('time');
  time.dateTime = new Date(line.at).toISOString();
  time.textContent = clock.format(line.at);
  item.append(author, bubble, time);
  return item;
}

/** The three dots. */
export function typingView() {
  const item = document.createElement('li');
  item.className = 'line from-page typing';
  const words = part('unseen', 'Trang đang soạn tin');
  item.append(part('bubble', words, part('dot'), part('dot'), part('dot')));
  return item;
}

/**
 * Text with its web addresses as links.
 * @param {string} text
 */
function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((piece, index) => {
    if (index % 2 === 0) return piece;
    const link = document.createElement('a');
    link.href = piece;
    link.textContent = piece;
    link.target = '_blank';
    link.rel = 'noopener';
    return link;
  });
}
