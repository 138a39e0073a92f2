// @ts-check

/** Menus close by Escape, by a click elsewhere, and when the keyboard leaves them. */
for (const menu of document.querySelectorAll('details.menu')) {
  if (!(menu instanceof HTMLDetailsElement)) continue;
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
    event.stopPropagation();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
}
