import '@app/design/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import './styles/tables.css';
import './styles/buttons.css';
import './styles/feedback.css';
import './styles/overlays.css';
import './styles/forms.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from './api-client/queries.js';
import { isStaffPage, newRouter } from './router.js';
import { reloadWhenUpdated } from './shell/reload-when-updated.js';
import { howToDrop } from './signed-in/person.js';

reloadWhenUpdated();

// Where somebody was signed in, the cover asks them in place; this is for a page that never got so far.
const queries = newQueryClient(() => {
  const { pathname, searchStr } = router.state.location;
  if (isStaffPage(router)) void router.navigate({ to: '/sign-in', search: { next: pathname + searchStr } });
});
const router = newRouter(queries);

const root = createRoot(document.getElementById('root') as HTMLElement);
howToDrop(() => {
  root.unmount();
  queries.clear();
});
root.render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
