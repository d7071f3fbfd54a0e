/** Saves what was ticked on "Ours and local" as a file of the reader's own machine. */
export function saveDecisions(): void {
  const form = document.querySelector<HTMLFormElement>('form#decisions');
  if (!form) return;
  const saved = document.getElementById('saved');
  const say = (words: string) => {
    if (saved) saved.textContent = words;
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  document.getElementById('accept-rest')?.addEventListener('click', () => {
    const radios = [...form.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    const decided = new Set(radios.filter(({ checked }) => checked).map(({ name }) => name));
    for (const radio of radios) if (!decided.has(radio.name) && radio.value === 'accepted') radio.checked = true;
  });
  document.getElementById('save')?.addEventListener('click', () => {
    const given = new FormData(form);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    if (text('name') === '') {
      say('Write your name first.');
      form.querySelector<HTMLInputElement>('input[name=name]')?.focus();
      return;
    }
    const ids = new Set([...form.querySelectorAll<HTMLInputElement>('input[type=radio]')].map(({ name }) => name));
    const decisions = [...ids].flatMap((id) => {
      const decision = text(id);
      const words = text(`words ${id}`);
      return decision === '' ? [] : [{ id, decision, ...(words === '' ? {} : { words }) }];
    });
    const hash = form.dataset.hash ?? '';
    const file = { name: text('name'), role: text('role'), hash, decisions };
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(file, undefined, 2)], { type: 'application/json' }));
    link.download = 'signpost-decisions.json';
    link.click();
    say(`${decisions.length} of ${ids.size} decided, saved as signpost-decisions.json.`);
  });
}
