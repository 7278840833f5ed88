// Shows the buttons that need a script: copy the link, print.
(() => {
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
