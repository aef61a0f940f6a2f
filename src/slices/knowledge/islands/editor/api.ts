/** Calls the API of Theke as the person who is signed in; throws with the message for people when it refuses. */
export async function callApi<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const isForm = body instanceof FormData
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: {
      'accept-language': document.documentElement.lang,
      ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    ...(signal ? { signal } : {}),
  })
  if (response.ok) return response.json() as Promise<T>
  const problem = (await response.json().catch(() => null)) as {
    detail?: string
    issues?: { message: string }[]
  } | null
  throw new Error(problem?.issues?.[0]?.message ?? problem?.detail ?? response.statusText)
}
