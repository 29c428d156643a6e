# Runs a command where some libraries of the system are not there, for this command alone:
#     unshare -m sh without_libraries.sh FOLDER "libEGL.so libGL.so" COMMAND...
# FOLDER is an empty one to work in; the system calls itself by SYSTEM where that is set. 99 where this machine does not let libraries be hidden.
folder=$1 names=$2
shift 2
for all in /usr/lib/*-linux-gnu; do
    mkdir -p "$folder/real" "$folder/shown" &&
        mount --bind "$all" "$folder/real" &&
        mount -t tmpfs none "$folder/shown" &&
        cp -rs "$folder/real/." "$folder/shown/" || exit 99
    for name in $names; do
        rm -f "$folder/shown/$name"*
    done
    mount --bind "$folder/shown" "$all" || exit 99
    break
done
if [ -n "$SYSTEM" ]; then
    echo "ID=$SYSTEM" >"$folder/os-release"
    mount --bind "$folder/os-release" /etc/os-release || exit 99
fi
exec "$@"
