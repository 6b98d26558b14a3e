// Adds to pages that work without it: saves a draft while a person types, sends with Ctrl or Cmd + Enter,
// lets a tap be taken back, and leaves without a trace in the history. Keeps nothing in the browser.
'use strict';
(() => {
  const AFTER_TYPING_MS = 3000;

  for (const link of document.querySelectorAll('a[data-leave]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      location.replace(link.href);
    });
  }

  const form = document.querySelector('form[data-not-saved]');
  if (!form) return;
  const status = document.getElementById('saved');
  const send = form.querySelector('button[value="send"], button[value="continue"]');
  let timer;
  let dirty = false;
  let sending = false;
  let refused = false;
  let current;

  const show = (text, saved) => {
    status.classList.toggle('saved-yes', saved);
    status.lastElementChild.textContent = text;
  };

  const later = () => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, AFTER_TYPING_MS);
  };

  async function save(leaving) {
    clearTimeout(timer);
    if (!dirty || sending || refused || !('autosave' in form.dataset)) return;
    dirty = false;
    const body = new URLSearchParams(new FormData(form));
    body.set('act', 'save');
    current?.abort();
    const mine = (current = new AbortController());
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
        keepalive: leaving === true,
        // A draft overtaken by a newer one, or by sending, must not arrive after it.
        signal: leaving === true ? undefined : mine.signal,
      });
      if (!answer.ok) {
        // The link closed or the page is too old: trying again would not help, and sending says why.
        refused = answer.status >= 400 && answer.status < 500 && answer.status !== 429;
        throw new Error('not saved');
      }
      show((await answer.json()).saved, true);
    } catch {
      if (mine.signal.aborted) return;
      dirty = true;
      show(navigator.onLine ? form.dataset.notSaved : form.dataset.offline, false);
      if (!refused) timer = setTimeout(save, 4 * AFTER_TYPING_MS);
    }
  }

  form.addEventListener('input', later);
  addEventListener('online', () => save());
  addEventListener('pagehide', () => save(true));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save(true);
  });

  form.addEventListener('submit', (event) => {
    // Without a connection the browser would show its own page, and the words would be gone.
    if (!navigator.onLine) {
      event.preventDefault();
      show(form.dataset.offline, false);
      return;
    }
    sending = true;
    clearTimeout(timer);
    current?.abort();
  });
  addEventListener('pageshow', () => {
    sending = false;
  });

  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      form.requestSubmit(send);
    } else if (event.target.type === 'radio' || event.target.type === 'checkbox') {
      // Enter on a tap would send everything.
      event.preventDefault();
    }
  });

  // A radio cannot be cleared; a tap that was a slip can.
  for (const radio of form.querySelectorAll('input[type="radio"]')) {
    let was = false;
    radio.addEventListener('pointerdown', () => (was = radio.checked));
    radio.addEventListener('click', (event) => {
      if (!was || event.detail === 0) return;
      was = radio.checked = false;
      later();
    });
  }
})();
