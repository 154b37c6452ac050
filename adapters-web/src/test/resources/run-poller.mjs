// Asks again and again until a run or a refinement has ended, as clients of the API do.
const [address] = process.argv.slice(2);

async function poll(asked) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address} answers ${response.status}`);
  }
  const told = await response.json();
  if (told.status === 'COMPLETED' || told.status === 'FAILED') {
    return { status: told.status, image: told.image_path, summary: told.refinement_summary, asked };
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  return poll(asked + 1);
}

console.log(JSON.stringify(await poll(1)));
