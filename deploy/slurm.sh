#!/usr/bin/env bash
# One part of a check as a task of a Slurm array:
#
#   sbatch --array=1-16 deploy/slurm.sh 报送/ blobs/ 16 --policy hohhot
#   jianfu merge blobs/*.blob --out table --out json=report.json
#
# Failed parts are named by merge; to run part 3 again: sbatch --array=3 deploy/slurm.sh 报送/ blobs/ 16 --policy hohhot
#SBATCH --job-name=jianfu
#SBATCH --cpus-per-task=1
set -euo pipefail
submissions=$1 blobs=$2 count=$3
shift 3
mkdir -p "$blobs"
exec "${JIANFU:-jianfu}" check "$submissions" "$@" \
  --shard "auto/$count" --jobs 1 --no-cache --out "blob=$blobs/$SLURM_ARRAY_TASK_ID.blob"
