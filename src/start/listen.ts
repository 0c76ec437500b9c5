/** Listens, and says which port cannot be had and what chooses another: a stranger's program often has 3000. */
type Listening = { listen(at: { host: string; port: number }): Promise<unknown> };

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program',
  EACCES: 'may not be used by this user',
};

/** @throws Error with the sentence for the operator */
export async function listenOn(server: Listening, host: string, port: number, variable: 'PORT' | 'API_PORT') {
  try {
    await server.listen({ host, port });
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    if (!reason) throw error;
    throw new Error(
      `port ${port} on ${host} ${reason}. ${variable} chooses another: ${variable}=${port + 10} npm start. (PORT is where people open Truckroll, API_PORT where other programs reach it.)`,
      { cause: error },
    );
  }
}
