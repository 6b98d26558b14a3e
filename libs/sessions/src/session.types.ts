export const KETAMINE_ROUTES = ['iv', 'im', 'sc', 'sublingual', 'intranasal'] as const;
export type KetamineRoute = (typeof KETAMINE_ROUTES)[number];

export const SESSION_SETTINGS = ['clinic', 'home'] as const;
export type SessionSetting = (typeof SESSION_SETTINGS)[number];

export type KetamineSessionStatus = 'planned' | 'completed' | 'cancelled' | 'no_show';
