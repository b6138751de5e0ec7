package dev.portico.plugin.host.scan;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Tells every use of another class's member in one class: calls, fields, method references and what it extends. */
final class ClassCalls extends ClassVisitor {
    private static final int API = Opcodes.ASM9;
    private static final String EXTENDS = "<extends>";
    static final String NATIVE = "<native>";

    private final Listener listener;
    private String name = "";

    /** Told the names of classes as they are written in Java. */
    interface Listener {
        void uses(String caller, String type, String member);
    }

    ClassCalls(Listener listener) {
        super(API);
        this.listener = listener;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        this.name = dotted(name);
        if (superName != null) {
            listener.uses(this.name, dotted(superName), EXTENDS);
        }
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        var caller = name + "." + method;
        if ((access & Opcodes.ACC_NATIVE) != 0) {
            listener.uses(caller, name, NATIVE);
        }
        return new MethodVisitor(API) {
            @Override
            public void visitMethodInsn(int code, String owner, String member, String type, boolean ofInterface) {
                listener.uses(caller, dotted(owner), member);
            }

            @Override
            public void visitFieldInsn(int code, String owner, String member, String type) {
                listener.uses(caller, dotted(owner), member);
            }

            @Override
            public void visitInvokeDynamicInsn(String member, String type, Handle bootstrap, Object... arguments) {
                for (var argument : arguments) {
                    visitConstant(argument);
                }
            }

            @Override
            public void visitLdcInsn(Object constant) {
                visitConstant(constant);
            }

            private void visitConstant(Object constant) {
                if (constant instanceof Handle reference) {
                    listener.uses(caller, dotted(reference.getOwner()), reference.getName());
                }
            }
        };
    }

    private static String dotted(String internalName) {
        return Type.getObjectType(internalName).getClassName();
    }
}
