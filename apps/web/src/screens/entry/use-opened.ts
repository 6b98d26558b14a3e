import { useQuery } from '@tanstack/react-query';

/** What a link leads to, asked for once when its page is opened; it changes nothing. */
export const useOpened = <T>(what: string, token: string, open: (token: string) => Promise<T>) =>
  useQuery({
    queryKey: ['opened', what, token],
    queryFn: () => open(token),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
