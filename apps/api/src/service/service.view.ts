/** What anybody may know about this service. */
export class ServiceView {
  /** Whether anybody may start a clinic. */
  signUp!: 'open' | 'closed';
}
