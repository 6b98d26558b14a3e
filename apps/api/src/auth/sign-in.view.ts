/** What comes next: `done` when signed in, else the factor to give or to set up first. */
export class SignInAnswer {
  next!: 'done' | 'second-factor' | 'enrol';
}
