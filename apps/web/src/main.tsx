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
import { newRouter } from './router.js';
import { reloadWhenUpdated } from './shell/reload-when-updated.js';

reloadWhenUpdated();

const queries = newQueryClient(() => {
  const { pathname, searchStr } = router.state.location;
  if (pathname === '/sign-in') return;
  void router.navigate({ to: '/sign-in', search: { next: pathname + searchStr } }).then(() => {
    // What was read before the sign-in ended must not be readable after it. Whoever stays, to keep what they
    // typed, keeps the screen too.
    if (router.state.location.pathname === '/sign-in') queries.clear();
  });
});
const router = newRouter(queries);

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
