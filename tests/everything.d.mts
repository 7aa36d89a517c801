export const everything: boolean;
