import { Outlet } from '@tanstack/react-router';
import { SignInGuard } from '../signed-in/guard.js';

/** Around every page, signed in or not. */
export function RootFrame() {
  return (
    <>
      <Outlet />
      <SignInGuard />
    </>
  );
}
