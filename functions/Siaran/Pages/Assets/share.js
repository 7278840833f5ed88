// Shows the buttons that need a script: copy the link, print. Puts its words in the place of a picture that does not come.
(() => {
  for (const picture of document.querySelectorAll('.release img')) {
    const say = () => {
      const said = document.createElement('em');
      said.textContent = picture.alt;
      picture.replaceWith(said);
    };
    if (picture.complete && picture.currentSrc && !picture.naturalWidth) say();
    else picture.addEventListener('error', say);
  }
  for (const button of document.querySelectorAll('button[data-copy], button[data-print]')) {
    const link = button.dataset.copy;
    if (link && !navigator.clipboard) continue;
    const said = button.textContent;
    button.addEventListener('click', async () => {
      if (!link) return print();
      await navigator.clipboard.writeText(link);
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = said; }, 3000);
    });
    button.closest('[hidden]')?.removeAttribute('hidden');
  }
})();
