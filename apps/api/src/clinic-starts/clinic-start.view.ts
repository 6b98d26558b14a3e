export class OpenedClinicStartView {
  /** The address that the link proves. */
  email!: string;
}

export class StartedClinicView {
  id!: string;
}
