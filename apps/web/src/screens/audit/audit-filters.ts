/** What /audit holds in its address: ids and codes, dates on the clinic's clock; never a name. */
export interface AuditSearch {
  staffMemberId?: string;
  clientId?: string;
  action?: string;
  outcome?: 'done' | 'refused';
  /** `YYYY-MM-DD`, both inclusive. */
  from?: string;
  to?: string;
}

/** Takes from an address what it knows and leaves the rest. */
export function auditFilters(search: Record<string, unknown>): AuditSearch {
  const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
  const date = (value: unknown) => (/^\d{4}-\d\d-\d\d$/.test(String(value)) ? String(value) : undefined);
  return {
    staffMemberId: text(search.staffMemberId),
    clientId: text(search.clientId),
    action: text(search.action),
    outcome: search.outcome === 'done' || search.outcome === 'refused' ? search.outcome : undefined,
    from: date(search.from),
    to: date(search.to),
  };
}
