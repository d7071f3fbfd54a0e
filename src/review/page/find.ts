/** Shows only what holds every word that was typed, and the topic that was picked. */
export function findAsTyped(): void {
  const search = document.querySelector<HTMLInputElement>('input[data-filter]');
  if (!search) return;
  const topic = document.querySelector<HTMLSelectElement>('select[data-topic]');
  const items = [...document.querySelectorAll<HTMLElement>(search.dataset.filter ?? '')].map((item) => ({
    item,
    text: item.textContent.toLowerCase(),
  }));
  const found = document.getElementById('found');
  const look = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const about = topic?.value ?? '';
    let shown = 0;
    for (const { item, text } of items) {
      const fits =
        words.every((word) => text.includes(word)) &&
        (about === '' || (item.dataset.topics ?? '').split(' ').includes(about));
      item.hidden = !fits;
      if (fits) shown++;
    }
    if (found) found.textContent = `${shown} of ${items.length} shown`;
  };
  search.addEventListener('input', look);
  topic?.addEventListener('change', look);
  look();
}
