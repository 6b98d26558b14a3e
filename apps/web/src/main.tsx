import '@app/design/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/forms.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from './api-client/queries.js';
import { newRouter } from './router.js';

const queries = newQueryClient(() => {
  const { pathname, searchStr } = router.state.location;
  if (pathname === '/sign-in') return;
  // What was read before the sign-in ended must not be readable after it.
  queries.clear();
  void router.navigate({ to: '/sign-in', search: { next: pathname + searchStr } });
});
const router = newRouter(queries);

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
